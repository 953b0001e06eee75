package io.touchline.app.registry;

import io.touchline.domain.Unit;
import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.util.Optional;

/** Reads a factor and its unit from a row, as the tables of channels and of pairs have them. */
final class ChannelCells {

  private final Findings findings;
  private final FactorCatalogue catalogue = FactorCatalogue.standard();

  ChannelCells(Findings findings) {
    this.findings = findings;
  }

  /** By its present code, where the tables have it under an older one; null where none is given. */
  String factor(Row row) {
    String code = row.required("factor");
    if (code == null) {
      return null;
    }
    Optional<Factor> known = catalogue.find(code);
    if (known.isEmpty()) {
      findings.warning(row, "factor", "channel.factor", code);
    }
    return known.map(Factor::code).orElse(code);
  }

  /** Null where none is given, or one that does not convert to that of the factor. */
  String unit(Row row, String factor) {
    String text = row.textOrNull("unit");
    Optional<Factor> known = catalogue.find(factor);
    if (text == null || known.isEmpty()) {
      return text;
    }
    Unit sent = Unit.of(text);
    Unit standard = Unit.of(known.get().unit());
    if (!sent.convertsTo(standard)) {
      findings.error(row, "unit", "channel.unit", text, factor, standard.text());
      return null;
    }
    return sent.text();
  }
}

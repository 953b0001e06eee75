package io.touchline.app.registry;

import io.touchline.contract.SampleRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.Unit;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code samples.csv}: what laboratories measured at an outlet. A registry may do without. A row
 * without an {@code id} is named by beginning and kind: the row of a later {@code reported_at} is
 * the next version of the same sample. An empty {@code to} is a sample of one moment.
 */
final class SampleTable {

  private static final String FILE = "samples.csv";
  private static final List<String> COLUMNS =
      List.of(
          "mn", "factor", "kind", "from", "to", "value", "unit", "author", "reason", "reported_at");

  private final Findings findings;
  private final Predicate<String> mentioned;
  private final FactorCatalogue catalogue = FactorCatalogue.standard();
  private final Map<SampleRecord, Row> seen = new HashMap<>();

  /** What a laboratory wrote: a number, or less than one. */
  private record Figure(Decimal value, String qualifier) {}

  /**
   * A reader of samples.
   *
   * @param mentioned whether the registry has an outlet of that MN at all
   */
  SampleTable(Findings findings, Predicate<String> mentioned) {
    this.findings = findings;
    this.mentioned = mentioned;
  }

  /** Those without a fault, by the time at which they were reported. */
  List<SampleRecord> read(RegistrySource source) {
    List<SampleRecord> samples = new ArrayList<>();
    for (Row row : Table.readIfThere(source, FILE, COLUMNS, findings)) {
      SampleRecord sample = sample(row);
      if (sample != null) {
        samples.add(sample);
      }
    }
    samples.sort(Comparator.comparing(SampleRecord::reportedAt));
    return samples;
  }

  private SampleRecord sample(Row row) {
    String mn = row.required("mn");
    if (mn != null && !mentioned.test(mn)) {
      findings.error(row, "mn", "mark.outlet", mn);
      return null;
    }
    String factor = row.required("factor");
    SampleKind kind = kind(row);
    Instant from = row.requiredInstant("from");
    boolean moment = row.text("to").isEmpty();
    Instant to = moment ? null : row.requiredInstant("to");
    boolean spans = moment || (to != null && from != null && isSpan(row, from, to));
    Figure figure = figure(row);
    boolean fits = factor != null && fits(row, factor);
    Basis basis = row.oneOf("basis", Basis.class, null);
    String author = row.required("author");
    String reason = row.required("reason");
    Instant reportedAt = row.requiredInstant("reported_at");
    Integer version = row.version("version");
    Sample.State state = row.oneOf("state", Sample.State.class, null);
    if (mn == null
        || kind == null
        || from == null
        || !spans
        || figure == null
        || !fits
        || author == null
        || reason == null
        || reportedAt == null) {
      return null;
    }
    String id =
        row.text("id").isEmpty() ? ChinaTime.format(from) + '|' + kind.name() : row.text("id");
    SampleRecord sample =
        new SampleRecord(
            SampleRecord.SCHEMA_VERSION,
            mn,
            id,
            factor,
            kind,
            from,
            to,
            figure.value(),
            Unit.of(row.text("unit")).text(),
            figure.qualifier(),
            basis,
            row.textOrNull("method"),
            row.textOrNull("laboratory"),
            author,
            reason,
            reportedAt,
            row.textOrNull("attachment"),
            row.textOrNull("adopted_by"),
            version,
            state);
    Row earlier = seen.putIfAbsent(sample, row);
    if (earlier != null) {
      findings.warning(row, "", "mark.twice", Long.toString(earlier.line()));
      return null;
    }
    return sample;
  }

  private SampleKind kind(Row row) {
    String text = row.required("kind");
    SampleKind kind = text == null ? null : SampleKind.named(text).orElse(null);
    if (text != null && kind == null) {
      String known =
          Arrays.stream(SampleKind.values())
              .map(one -> one.name() + ' ' + one.chinese())
              .collect(Collectors.joining(", "));
      findings.error(row, "kind", "choice", text, known);
    }
    return kind;
  }

  private boolean isSpan(Row row, Instant from, Instant to) {
    if (to.isBefore(from)) {
      findings.error(row, "to", "mark.order", row.text("to"), row.text("from"));
      return false;
    }
    if (Duration.between(from, to).compareTo(Sample.LONGEST) > 0) {
      findings.error(
          row, "to", "sample.long", row.text("to"), Long.toString(Sample.LONGEST.toDays()));
      return false;
    }
    return true;
  }

  /** A number in {@code value}, with {@code <} before it or in {@code qualifier}. */
  private Figure figure(Row row) {
    String text = row.required("value");
    String qualifier = row.textOrNull("qualifier");
    if (text == null) {
      return null;
    }
    if (qualifier != null && !qualifier.equals(SampleRecord.BELOW)) {
      findings.error(row, "qualifier", "sample.qualifier", qualifier);
      return null;
    }
    boolean below = text.startsWith(SampleRecord.BELOW);
    Decimal value = Decimal.parse(below ? text.substring(1).strip() : text);
    if (value == null) {
      findings.error(row, "value", "sample.value", text);
      return null;
    }
    boolean belowDetection = below || qualifier != null;
    if (belowDetection && value.number().signum() <= 0) {
      findings.error(row, "value", "sample.detection", text);
      return null;
    }
    return new Figure(value, belowDetection ? SampleRecord.BELOW : null);
  }

  private boolean fits(Row row, String factor) {
    Optional<Factor> known = catalogue.find(factor);
    if (known.isEmpty()) {
      findings.warning(row, "factor", "limit.factor", factor);
      return true;
    }
    Unit unit = Unit.of(row.text("unit"));
    Unit sent = Unit.of(known.get().unit());
    if (!unit.convertsTo(sent)) {
      findings.error(row, "unit", "sample.unit", unit.text(), factor, sent.text());
      return false;
    }
    return true;
  }
}

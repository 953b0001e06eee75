package io.touchline.domain.cases;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether exceedances of a prefecture are widespread or concentrated (founding policy of Qinghai
 * (15): such places are announced and supervised by list; no number is given, so both parameters
 * are own choice and must be adopted).
 *
 * @param listed enterprises with a card or on the serious list
 * @param monitored enterprises that are monitored at all
 * @param share of them in percent, null where none is monitored
 * @param proposesSupervision whether listed supervision of the place is proposed; a person decides
 * @param withheld parameters that may not judge
 */
public record Concentration(
    String prefecture,
    int listed,
    int monitored,
    Decimal share,
    boolean proposesSupervision,
    List<String> withheld) {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  public static Concentration of(
      String prefecture, int listed, int monitored, Law law, Instant at) {
    Optional<Decimal> least = number(law, CaseNumber.Name.CONCENTRATION_ENTERPRISES, at);
    Optional<Decimal> percent = number(law, CaseNumber.Name.CONCENTRATION_SHARE_PERCENT, at);
    Decimal share =
        monitored == 0
            ? null
            : Decimal.computed(
                BigDecimal.valueOf(listed)
                    .multiply(PERCENT)
                    .divide(BigDecimal.valueOf(monitored), MathContext.DECIMAL64));
    boolean enough = least.isPresent() && listed >= least.get().number().intValueExact();
    boolean dense = share != null && percent.isPresent() && !percent.get().exceeds(share);
    List<String> withheld =
        Stream.of(
                CaseNumber.Name.CONCENTRATION_ENTERPRISES,
                CaseNumber.Name.CONCENTRATION_SHARE_PERCENT)
            .flatMap(name -> CaseNumber.at(name, at).stream())
            .flatMap(row -> law.objection(row).stream())
            .toList();
    return new Concentration(prefecture, listed, monitored, share, enough && dense, withheld);
  }

  private static Optional<Decimal> number(Law law, CaseNumber.Name name, Instant at) {
    return law.number(name, at).map(CaseNumber::number);
  }
}

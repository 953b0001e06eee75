package io.touchline.fleet.source;

import io.touchline.domain.FactorBook;
import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.util.Map;

/**
 * What instruments of a factor are like in a kind of plant.
 *
 * @param factor its code
 * @param typical the typical level as text; {@code @flow} and {@code @pressure} are the outlet's
 *     own
 * @param decimals it is sent with
 * @param swing permille by which it follows the hours of the day; negative goes against them
 * @param wander permille by which it drifts from hour to hour
 * @param noise permille by which it trembles from minute to minute
 */
record InstrumentTraits(
    String factor, String typical, int decimals, int swing, int wander, int noise) {

  static InstrumentTraits of(Map<String, String> row) {
    return new InstrumentTraits(
        row.get("factor"),
        row.get("typical"),
        Integer.parseInt(row.get("decimals")),
        Integer.parseInt(row.get("swing")),
        Integer.parseInt(row.get("wander")),
        Integer.parseInt(row.get("noise")));
  }

  boolean isFlow() {
    return FactorBook.isFlow(factor);
  }

  /** Something whose mass is counted: the standard gives it an amount, and it is not the flow. */
  boolean isPollutant() {
    return !isFlow()
        && FactorCatalogue.standard()
            .find(factor)
            .map(Factor::amountUnit)
            .filter(unit -> !unit.isEmpty())
            .isPresent();
  }
}

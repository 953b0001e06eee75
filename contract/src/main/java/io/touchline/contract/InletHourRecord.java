package io.touchline.contract;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Value of topic {@link Topics#inletHours()}: what one logger measured in one hour before the
 * treatment of an outlet of another logger, as it stands now. A later record of the same hour takes
 * its place.
 *
 * @param mn the outlet's
 * @param inlet MN of the logger that measured
 * @param factors by their own codes; those of the pair alone that are valid, none where nothing is
 *     known any more
 */
public record InletHourRecord(
    int schemaVersion, String mn, String inlet, Instant start, SortedMap<String, Value> factors) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One valid mean.
   *
   * @param amount volume in m³ of a flow, absent for every other factor
   */
  public record Value(Decimal value, String unit, Decimal amount) {

    public static Value of(FactorMean mean) {
      return new Value(mean.value(), mean.unit().text(), mean.amount());
    }

    /** The mean as the rules know it; what proves it lies with the logger that measured. */
    public FactorMean toDomain() {
      return new FactorMean(
          value,
          null,
          null,
          Unit.of(unit),
          amount,
          null,
          Validity.VALID,
          FactorMean.Source.REPORTED,
          new TreeSet<>());
    }
  }
}

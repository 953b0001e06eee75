package io.touchline.portal.read;

import io.touchline.contract.Cause;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One factor of one hour or day, as a page reads it.
 *
 * @param rederived converted here from the oxygen, beside what the logger sent; null where not
 *     known
 * @param reason why it is not valid, in English, "" where it is
 * @param limit absent where none applies; then there is no verdict either
 * @param judged the value compared with the limit, in the limit's unit; null where not judged
 * @param inputs positions in the period's list of frames
 */
public record PeriodMean(
    String mn,
    AveragingPeriod period,
    Instant start,
    String factor,
    int revision,
    Cause cause,
    BigDecimal value,
    BigDecimal converted,
    BigDecimal rederived,
    String unit,
    boolean valid,
    String reason,
    FactorMean.Source source,
    Limit limit,
    Verdict verdict,
    BigDecimal judged,
    BigDecimal multiple,
    String judgedReason,
    List<Integer> inputs,
    Instant publishedAt) {

  /** The rule row that judged. */
  public record Limit(
      String rule,
      BigDecimal lower,
      BigDecimal value,
      String unit,
      EmissionLimit.Basis basis,
      String source,
      String clause) {}

  /** What the limit speaks of: the converted value where its basis says so, else the measured. */
  public BigDecimal shown() {
    if (judged != null) {
      return judged;
    }
    boolean byConverted = limit != null && limit.basis() == EmissionLimit.Basis.CONVERTED;
    return byConverted && converted != null ? converted : value;
  }
}

package io.touchline.contract;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.cases.Facts;
import io.touchline.domain.totals.Scope;
import java.time.Instant;
import java.util.List;

/**
 * Value of {@code exceedances}: one revision of one episode.
 *
 * @param mn of the outlet; where {@code scope} says ENTERPRISE the credit code of one: mass is
 *     judged by the permits of an enterprise, of all its outlets together
 * @param rule names the rule row; with MN and {@code from} it names the episode
 * @param limit the rule row itself
 * @param from start of the first exceeding period
 * @param to end of the latest exceeding period
 * @param periods how many periods exceed
 * @param worst value furthest outside, in the limit's unit, of the period that starts at worstAt
 * @param multiple exceedance multiple of the worst value, absent for a range
 * @param exceedingDays days in China with an exceedance of this factor and kind of mean, of the 30
 *     that end with its latest period; absent for months and for mass
 * @param evidence the periods that prove opening, worst and latest, with their frames; of mass the
 *     sums as judged, whose frames are those of the means that {@code totals} add up
 * @param scope whose episode it is, absent for an outlet's
 */
public record ExceedanceRecord(
    int schemaVersion,
    String mn,
    String factor,
    AveragingPeriod period,
    String rule,
    OutletRecord.Limit limit,
    Instant from,
    Instant to,
    int periods,
    Decimal worst,
    Instant worstAt,
    Decimal multiple,
    State state,
    int revision,
    List<Evidence> evidence,
    Integer exceedingDays,
    Scope.Kind scope) {

  public static final int SCHEMA_VERSION = 1;

  /** An episode of an outlet. */
  public ExceedanceRecord(
      int schemaVersion,
      String mn,
      String factor,
      AveragingPeriod period,
      String rule,
      OutletRecord.Limit limit,
      Instant from,
      Instant to,
      int periods,
      Decimal worst,
      Instant worstAt,
      Decimal multiple,
      State state,
      int revision,
      List<Evidence> evidence,
      Integer exceedingDays) {
    this(
        schemaVersion,
        mn,
        factor,
        period,
        rule,
        limit,
        from,
        to,
        periods,
        worst,
        worstAt,
        multiple,
        state,
        revision,
        evidence,
        exceedingDays,
        null);
  }

  /** As the rules of cases know it: what the evidence of a finding is hashed of. */
  public Facts.Exceedance toFact() {
    return new Facts.Exceedance(
        mn,
        factor,
        period,
        rule,
        limit.lower(),
        limit.value(),
        limit.averaging().counts(),
        from,
        to,
        periods,
        worst,
        exceedingDays,
        revision,
        evidence.stream().flatMap(proof -> proof.frames().stream()).distinct().toList());
  }

  /** The same episode as another revision. */
  public ExceedanceRecord as(State otherState, int otherRevision, Integer days) {
    return new ExceedanceRecord(
        schemaVersion,
        mn,
        factor,
        period,
        rule,
        limit,
        from,
        to,
        periods,
        worst,
        worstAt,
        multiple,
        otherState,
        otherRevision,
        evidence,
        days,
        scope);
  }

  /** Where an episode stands. */
  public enum State {
    OPEN,
    CLOSED,
    /** Late truth took its ground away; the earlier revisions stay readable. */
    WITHDRAWN
  }

  /**
   * One period that proves the episode.
   *
   * @param revision the revision of its mean that was judged
   */
  public record Evidence(
      Instant start, Decimal value, Decimal converted, int revision, List<FrameRef> frames) {}

  /** Key of the topic: {@code MN|rule|from}. */
  public String key() {
    return mn + '|' + rule + '|' + ChinaTime.format(from);
  }
}

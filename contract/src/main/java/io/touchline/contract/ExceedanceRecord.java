package io.touchline.contract;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.List;

/**
 * Value of {@code exceedances}: one revision of one episode.
 *
 * @param rule names the rule row; with MN and {@code from} it names the episode
 * @param limit the rule row itself
 * @param from start of the first exceeding period
 * @param to end of the latest exceeding period
 * @param periods how many periods exceed
 * @param worst value furthest outside, in the limit's unit, of the period that starts at worstAt
 * @param multiple exceedance multiple of the worst value, absent for a range
 * @param exceedingDays days in China with an exceedance of this factor and kind of mean, of the 30
 *     that end with its latest period; absent for months
 * @param evidence the periods that prove opening, worst and latest, with their frames
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
    Integer exceedingDays) {

  public static final int SCHEMA_VERSION = 1;

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
        days);
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

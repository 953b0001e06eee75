package io.touchline.domain;

import java.time.Instant;

/**
 * An exceedance as people speak of it: judged periods of one outlet, factor and rule that exceed
 * one after another, until one complies.
 *
 * @param limit the rule row of all its periods
 * @param from start of its first period; with the rule it names the episode
 * @param last start of its latest exceeding period
 * @param periods how many periods exceed; those without a judgement in between do not count
 * @param worst what was judged and lies furthest outside, see {@link Judgement#judged}; of equals
 *     the first
 * @param multiple exceedance multiple of the worst value, null for a range
 * @param worstAt start of the period of the worst value
 * @param open whether nothing has ended it yet
 */
public record Episode(
    EmissionLimit limit,
    Instant from,
    Instant last,
    int periods,
    Decimal worst,
    Decimal multiple,
    Instant worstAt,
    boolean open) {

  static Episode opened(Instant start, Judgement judgement) {
    return new Episode(
        judgement.limit(), start, start, 1, judgement.judged(), judgement.multiple(), start, true);
  }

  Episode extended(Instant start, Judgement judgement) {
    boolean worse = limit.distance(judgement.judged()).exceeds(limit.distance(worst));
    return new Episode(
        limit,
        from,
        start,
        periods + 1,
        worse ? judgement.judged() : worst,
        worse ? judgement.multiple() : multiple,
        worse ? start : worstAt,
        true);
  }

  /** The same where something has ended it. */
  public Episode closed() {
    return new Episode(limit, from, last, periods, worst, multiple, worstAt, false);
  }
}

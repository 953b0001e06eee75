package io.touchline.portal.page;

import io.touchline.domain.EmissionLimit;
import io.touchline.portal.chart.Sparkline;
import io.touchline.portal.read.LiveValue;
import io.touchline.portal.read.PeriodMean;

/**
 * One factor of an outlet as the watch page shows it: its newest period against its limit.
 *
 * @param provisional whether the period still runs
 * @param live what the logger says just now, null where nothing came
 */
public record FactorLine(
    PeriodMean mean, Standing standing, boolean provisional, LiveValue live, Sparkline sparkline) {

  /** Percent of the limit, null for a range or without a judged value. */
  public Integer share() {
    return Figures.share(mean.judged(), mean.limit().lower(), mean.limit().value());
  }

  /** The live value on the limit's basis. */
  public String liveValue() {
    if (live == null) {
      return Figures.NONE;
    }
    boolean converted =
        mean.limit().basis() == EmissionLimit.Basis.CONVERTED && live.converted() != null;
    return Figures.shown(converted ? live.converted() : live.value());
  }
}

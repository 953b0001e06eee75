package io.touchline.portal.page;

import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FrameRef;
import io.touchline.portal.read.Means;
import io.touchline.portal.read.OutletTable;
import io.touchline.portal.read.PeriodMean;
import io.touchline.portal.read.ReadModels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers where one number came from. */
public final class WhyQuery {

  private final OutletTable outlets;
  private final Means means;

  public WhyQuery(ReadModels models) {
    this.outlets = models.outlets();
    this.means = models.means();
  }

  /** Empty where there is no such outlet or period. */
  public Optional<WhyPage> page(String mn, AveragingPeriod period, Instant start, String factor) {
    Optional<OutletRecord> outlet = outlets.find(mn);
    Optional<PeriodMean> found = means.find(mn, period, start, factor);
    if (outlet.isEmpty() || found.isEmpty()) {
      return Optional.empty();
    }
    List<FrameRef> all = means.frames(mn, period, start);
    List<FrameRef> frames =
        found.get().inputs().stream().filter(at -> at < all.size()).map(all::get).toList();
    return Optional.of(
        new WhyPage(outlet.get(), found.get(), means.past(mn, period, start, factor), frames));
  }
}

package io.touchline.portal.page;

import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.OxygenConversion;
import io.touchline.portal.read.Means;
import io.touchline.portal.read.OutletTable;
import io.touchline.portal.read.PeriodMean;
import io.touchline.portal.read.ReadModels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers where one number came from. */
public final class WhyQuery {

  /** Oxygen content, in the codes of 2017 and of 2005. */
  private static final List<String> OXYGEN = List.of("a19001", "S01");

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
        new WhyPage(
            outlet.get(),
            found.get(),
            means.past(mn, period, start, factor),
            conversion(found.get(), outlet.get().referenceOxygen()),
            frames));
  }

  /** Shown only where it gives, worked out again, exactly what was published. */
  private String conversion(PeriodMean mean, Decimal reference) {
    if (mean.rederived() == null || reference == null) {
      return null;
    }
    Decimal measured = new Decimal(mean.value());
    return OXYGEN.stream()
        .flatMap(code -> means.find(mean.mn(), mean.period(), mean.start(), code).stream())
        .filter(oxygen -> oxygen.valid() && oxygen.value() != null)
        .map(oxygen -> new Decimal(oxygen.value()))
        .filter(oxygen -> gives(mean, OxygenConversion.convert(measured, oxygen, reference)))
        .map(oxygen -> OxygenConversion.working(measured, oxygen, reference))
        .findFirst()
        .orElse(null);
  }

  private static boolean gives(PeriodMean mean, Decimal again) {
    return again != null && again.number().compareTo(mean.rederived()) == 0;
  }
}

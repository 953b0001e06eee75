package io.touchline.portal.page;

import io.touchline.contract.OutletRecord;
import io.touchline.domain.FrameRef;
import io.touchline.portal.read.PeriodMean;
import java.util.List;

/**
 * Where one number came from.
 *
 * @param past revisions it replaced while this portal was watching, newest first
 * @param conversion how the converted value follows from the oxygen, with its numbers; null where
 *     the period's own figures do not give it
 * @param frames the frames that went into it
 */
public record WhyPage(
    OutletRecord outlet,
    PeriodMean mean,
    List<PeriodMean> past,
    String conversion,
    List<FrameRef> frames) {

  public Standing standing() {
    return Standing.of(mean);
  }
}

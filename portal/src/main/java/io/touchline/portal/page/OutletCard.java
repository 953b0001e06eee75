package io.touchline.portal.page;

import io.touchline.contract.OutletRecord;
import java.time.Instant;
import java.util.List;

/**
 * One outlet on the watch page.
 *
 * @param lastHeard when it was last heard of, null for never
 * @param silent whether that is too long ago
 */
public record OutletCard(
    OutletRecord outlet, Instant lastHeard, boolean silent, List<FactorLine> lines) {}

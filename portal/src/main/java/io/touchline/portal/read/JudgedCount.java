package io.touchline.portal.read;

import io.touchline.domain.AveragingPeriod;

/**
 * How often a factor of an outlet was judged, and how often it was over.
 *
 * @param judged periods with a verdict either way
 * @param exceeding those of them that exceed
 */
public record JudgedCount(
    String mn, String factor, AveragingPeriod period, long judged, long exceeding) {}

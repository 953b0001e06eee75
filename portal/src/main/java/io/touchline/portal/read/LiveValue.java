package io.touchline.portal.read;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a logger said last of one factor.
 *
 * @param raw the text where it was no number
 */
public record LiveValue(
    String mn,
    String factor,
    Instant dataTime,
    BigDecimal value,
    BigDecimal converted,
    String unit,
    String flag,
    String raw) {}

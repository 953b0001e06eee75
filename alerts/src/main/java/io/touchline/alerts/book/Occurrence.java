package io.touchline.alerts.book;

import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Ground;
import io.touchline.domain.alert.Subject;

/**
 * A ground on its way into its alert.
 *
 * @param limit what it is held against, as text; null where nothing is
 * @param unit of the worst value and the limit; null where there is none
 * @param detail one sentence in English as it was recorded; null where the figures say it all
 */
public record Occurrence(
    AlertKey key, Subject subject, Ground ground, String limit, String unit, String detail) {}

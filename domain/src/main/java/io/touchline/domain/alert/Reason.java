package io.touchline.domain.alert;

import io.touchline.domain.Decimal;

/**
 * Why an alert has its grade: a row that applied.
 *
 * @param measured the figure, null where the row always holds
 * @param from where the row begins to hold
 * @param effect a grade, or LOWER
 * @param source standard and clause of the row
 */
public record Reason(
    Figures.Measure measure, Decimal measured, Decimal from, String effect, String source) {}

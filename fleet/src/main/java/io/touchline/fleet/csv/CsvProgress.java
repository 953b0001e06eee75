package io.touchline.fleet.csv;

import io.touchline.fleet.logger.Link;

/**
 * How far a replay is.
 *
 * @param rows read so far
 * @param acknowledged uploads whose 9014 came
 * @param link the line; {@link Link.Down} says why it is down and how often it was tried
 */
public record CsvProgress(long rows, long acknowledged, Link link) {}

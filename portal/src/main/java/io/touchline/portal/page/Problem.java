package io.touchline.portal.page;

/**
 * What went wrong, to a person.
 *
 * @param kind {@code missing}, {@code refused} or {@code broken}: names its texts
 * @param reference the number under which the log has the rest
 */
public record Problem(int status, String kind, String reference) {}

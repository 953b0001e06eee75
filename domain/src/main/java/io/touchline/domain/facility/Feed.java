package io.touchline.domain.facility;

/**
 * What a data logger measures before the treatment of an outlet that has another logger: each hour
 * of the factor goes to that outlet's journal as well.
 *
 * @param outlet MN of the outlet's own logger
 */
public record Feed(String outlet, String factor) {}

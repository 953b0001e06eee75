package io.touchline.domain.facility;

/**
 * A factor that is measured before treatment too, on the outlet's own data logger.
 *
 * @param sent code under which the logger sends it, null where it sends the factor's own with the
 *     system code of a process (ST 51, 52)
 * @param unit in which it is sent, null for that of the tables
 */
public record Inlet(String factor, String sent, String unit) {}

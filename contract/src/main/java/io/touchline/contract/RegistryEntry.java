package io.touchline.contract;

import java.time.LocalDate;

/**
 * Since when something stands in the registry, and who said so.
 *
 * @param validTo last day, absent where open
 * @param by who entered it
 * @param reason why
 */
public record RegistryEntry(LocalDate validFrom, LocalDate validTo, String by, String reason) {}

package io.touchline.alerts.cases;

import io.touchline.contract.CaseRecord;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A case in a list.
 *
 * @param enterpriseName null where the registry has none; likewise the region's
 * @param nextDue first day on which something is owed that was not done, null where nothing is
 */
public record CaseLine(
    CaseRecord state,
    String enterpriseName,
    String regionCode,
    String regionName,
    Instant openedAt,
    LocalDate nextDue) {}

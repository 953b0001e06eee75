package io.touchline.portal.read;

import io.touchline.contract.QualityRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Something about a station or its data that a person should look at.
 *
 * @param factor null where it is about the station as a whole
 * @param to null while it lasts
 * @param score 0 to 1 where it is graded, else null
 * @param detail one sentence in English
 */
public record FindingRow(
    String mn,
    QualityRecord.Kind kind,
    String factor,
    Instant from,
    Instant to,
    BigDecimal score,
    String detail,
    SortedMap<String, String> evidence) {}

package io.touchline.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The one civil time of the field: Asia/Shanghai, UTC+8 all year (no summer time since 1991). */
public final class ChinaTime {

  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").withZone(OFFSET);
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(OFFSET);

  private ChinaTime() {}

  public static Instant instant(LocalDateTime civil) {
    return civil.toInstant(OFFSET);
  }

  public static LocalDateTime civil(Instant instant) {
    return LocalDateTime.ofInstant(instant, OFFSET);
  }

  public static LocalDate date(Instant instant) {
    return civil(instant).toLocalDate();
  }

  /** ISO 8601 with +08:00; milliseconds only where there are any. */
  public static String format(Instant instant) {
    boolean whole = instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
    return (whole ? ISO : ISO_MILLIS).format(instant);
  }

  /**
   * Reads ISO 8601 with an offset.
   *
   * @throws java.time.format.DateTimeParseException where it is not
   */
  public static Instant parse(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}

package io.touchline.hj212;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Wire times: {@code YYYYMMDDhhmmss} of DataTime (数据时间) and {@code YYYYMMDDhhmmsszzz} of QN (请求编码),
 * zzz being milliseconds. Both are China time without an offset.
 */
public final class DataTimes {

  private static final int SECOND_DIGITS = 14;
  private static final int MILLI_DIGITS = 17;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final DateTimeFormatter MILLI =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);

  private DataTimes() {}

  /** The time in the first 14 characters; empty when they are no time. More may follow them. */
  public static Optional<LocalDateTime> second(CharSequence text) {
    return text.length() >= SECOND_DIGITS ? read(text, SECOND_DIGITS) : Optional.empty();
  }

  /** The time of exactly 17 digits; empty when it is none. */
  public static Optional<LocalDateTime> milli(CharSequence text) {
    return text.length() == MILLI_DIGITS ? read(text, MILLI_DIGITS) : Optional.empty();
  }

  /** 14 digits; a part of a second is cut off. */
  public static String formatSecond(LocalDateTime time) {
    return SECOND.format(time);
  }

  /** 17 digits; a part of a millisecond is cut off. */
  public static String formatMilli(LocalDateTime time) {
    return MILLI.format(time);
  }

  /** Whether {@code bytes[from, to)} begins with a time of 14 digits. Allocates nothing. */
  static boolean isSecond(byte[] bytes, int from, int to) {
    if (to - from < SECOND_DIGITS) {
      return false;
    }
    int year = number(bytes, from, 4);
    int month = number(bytes, from + 4, 2);
    return year > 0
        && isClock(
            number(bytes, from + 8, 2), number(bytes, from + 10, 2), number(bytes, from + 12, 2))
        && isDay(year, month, number(bytes, from + 6, 2));
  }

  /** Whether {@code bytes[from, to)} is a time of 17 digits. Allocates nothing. */
  static boolean isMilli(byte[] bytes, int from, int to) {
    return to - from == MILLI_DIGITS
        && isSecond(bytes, from, to)
        && number(bytes, from + SECOND_DIGITS, 3) >= 0;
  }

  private static Optional<LocalDateTime> read(CharSequence text, int digits) {
    int year = number(text, 0, 4);
    int month = number(text, 4, 2);
    int day = number(text, 6, 2);
    int hour = number(text, 8, 2);
    int minute = number(text, 10, 2);
    int second = number(text, 12, 2);
    int milli = digits == MILLI_DIGITS ? number(text, SECOND_DIGITS, 3) : 0;
    if (year < 1 || milli < 0 || !isClock(hour, minute, second) || !isDay(year, month, day)) {
      return Optional.empty();
    }
    return Optional.of(
        LocalDateTime.of(year, month, day, hour, minute, second, milli * NANOS_PER_MILLI));
  }

  private static boolean isClock(int hour, int minute, int second) {
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  }

  private static boolean isDay(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static int number(CharSequence text, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int number(byte[] bytes, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

package io.touchline.hj212.message;

import io.touchline.hj212.DataTimes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The types of field that HJ 212-2017 6.3.3 knows, and how a text is seen to be one. */
final class FieldKinds {

  private FieldKinds() {}

  /** A whole number in a range. */
  static Field<Integer> number(String name, String unit, int least, int most) {
    return field(
        name,
        unit,
        text -> number(text).filter(value -> value >= least && value <= most).isPresent(),
        "a whole number from " + least + " to " + most,
        least + "至" + most + "的整数");
  }

  /** One of a few whole numbers. */
  static Field<Integer> oneOf(String name, String unit, int... values) {
    StringBuilder list = new StringBuilder();
    for (int value : values) {
      list.append(list.length() == 0 ? "" : ", ").append(value);
    }
    return field(
        name,
        unit,
        text ->
            number(text)
                .filter(number -> IntStream.of(values).anyMatch(value -> value == number))
                .isPresent(),
        "one of " + list,
        list + "之一");
  }

  private static Field<Integer> field(
      String name, String unit, Predicate<String> right, String en, String zh) {
    return new Field<>(name, "", unit, FieldKinds::number, right, en, zh, false);
  }

  /** A time of 14 digits, China time; more digits are read and not right. */
  static Field<LocalDateTime> time(String name) {
    return new Field<>(
        name,
        "",
        "",
        DataTimes::second,
        text -> text.length() == 14 && DataTimes.second(text).isPresent(),
        "a time YYYYMMDDhhmmss",
        "时间YYYYMMDDhhmmss",
        false);
  }

  /** A time of 14 or 17 digits, China time, read to the second: what the 2005 edition prints. */
  static Field<LocalDateTime> timeOf2005(String name) {
    Field<LocalDateTime> time = time(name);
    return new Field<>(
        name,
        "",
        "",
        time.reading(),
        text -> time.right().test(text) || DataTimes.milli(text).isPresent(),
        time.wantsEn() + " or YYYYMMDDhhmmsszzz",
        time.wantsZh() + "或YYYYMMDDhhmmsszzz",
        false);
  }

  /** A time of 17 digits, China time, to the millisecond. */
  static Field<LocalDateTime> milli(String name) {
    return new Field<>(
        name,
        "",
        "",
        DataTimes::milli,
        text -> DataTimes.milli(text).isPresent(),
        "a time YYYYMMDDhhmmsszzz",
        "时间YYYYMMDDhhmmsszzz",
        false);
  }

  /** Text of a number of visible ASCII characters that a frame can carry. */
  static Field<String> text(String name, int least, int most) {
    String count = least == most ? "" + most : least + " to " + most;
    return text(
        name,
        text -> text.length() >= least && text.length() <= most && isAscii(text) && isPlain(text),
        count + " visible ASCII characters without ; , & =",
        count.replace(" to ", "至") + "个可见ASCII字符，不含; , & =");
  }

  /** Text of any language, of a number of bytes that a frame can carry. */
  static Field<String> words(String name, int most) {
    return text(
        name,
        text ->
            !text.isEmpty()
                && text.getBytes(StandardCharsets.UTF_8).length <= most
                && isPlain(text),
        "1 to " + most + " bytes of text without ; , & =",
        "1至" + most + "字节的文本，不含; , & =");
  }

  private static Field<String> text(String name, Predicate<String> right, String en, String zh) {
    return new Field<>(name, "", "", Optional::of, right, en, zh, false);
  }

  /** Text of digits only. */
  static Field<String> digits(
      String name, int count, Predicate<String> right, String en, String zh) {
    return text(
        name,
        text -> text.length() == count && number(text).isPresent() && right.test(text),
        en,
        zh);
  }

  /** The whole number of 1 to 9 digits. */
  static Optional<Integer> number(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return Optional.empty();
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Optional.empty();
      }
      value = value * 10 + digit;
    }
    return Optional.of(value);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text holds nothing that would end it, or begin another field, on the wire. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ';' || c == ',' || c == '&' || c == '=' || c == 0x7F) {
        return false;
      }
    }
    return true;
  }
}

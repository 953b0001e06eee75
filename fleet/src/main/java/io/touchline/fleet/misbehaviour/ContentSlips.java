package io.touchline.fleet.misbehaviour;

import io.touchline.hj212.DataTimes;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What loggers get wrong in the command parameters. */
final class ContentSlips {

  /** An example of the standard, line break included, as found in a log that a logger uploaded. */
  private static final String FRAME =
      "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&RtdInterval=30&&1C80\r\n";

  private static final int LIMIT = 1024;

  private ContentSlips() {}

  static String over1024(String segment) {
    StringBuilder more = new StringBuilder();
    for (int at = 1; segment.length() + more.length() <= LIMIT; at++) {
      more.append(String.format(Locale.ROOT, ";x%05d-Rtd=0.0,x%05d-Flag=N", at, at));
    }
    return Segments.withCp(segment, cp -> cp + more);
  }

  static String headInside(String segment) {
    return Segments.withItem(segment, "i11001-Info=//##0012//");
  }

  static String frameInside(String segment) {
    return Segments.withItem(segment, "i11001-Info=//" + FRAME + "//");
  }

  /** Chinese text; characters of the segment are bytes, so the text comes as its bytes. */
  static String chinese(String segment, Charset charset) {
    byte[] bytes = "清洗管路".getBytes(charset);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return Segments.withItem(segment, "i11001-Info=//" + text + "//");
  }

  static String flagFirst(String segment) {
    return Segments.withItems(
        segment,
        item -> {
          List<String> values = Segments.cut(item, ',');
          int last = values.size() - 1;
          boolean flagged = last > 0 && values.get(last).contains("-Flag=");
          return flagged
              ? values.get(last) + ',' + String.join(",", values.subList(0, last))
              : item;
        });
  }

  /** {@code a-Rtd=1,a-Flag=N;a-ZsRtd=2,a-Flag=N}: the converted value as if of another factor. */
  static String convertedApart(String segment) {
    return Segments.withItems(
        segment,
        item -> {
          int dash = item.indexOf('-');
          return dash < 0 || item.startsWith("i")
              ? item
              : item + ';' + item.substring(0, dash) + "-ZsRtd=15.0";
        });
  }

  static String factorRepeated(String segment) {
    List<String> items = Segments.items(segment);
    return Segments.withItem(segment, items.get(items.size() - 1));
  }

  static String blanks(String segment) {
    return Segments.withItems(segment, item -> ' ' + item.replace("=", " =") + ' ');
  }

  static String lowerCaseSuffixes(String segment) {
    return Segments.withFactorValues(
        segment,
        value -> {
          int dash = value.lastIndexOf('-', value.indexOf('='));
          int equals = value.indexOf('=');
          return value.substring(0, dash)
              + value.substring(dash, equals).toLowerCase(Locale.ROOT)
              + value.substring(equals);
        });
  }

  /** The second value of an item without the letter before its code, as HJ 212-2017 C.14 has it. */
  static String codeWithoutLetter(String segment) {
    return Segments.withItems(
        segment,
        item -> {
          int second = item.indexOf(',') + 1;
          return second == 0 || item.startsWith("DataTime")
              ? item
              : item.substring(0, second) + item.substring(second + 1);
        });
  }

  static String times17(String segment) {
    return Segments.withValue(segment, "DataTime", Segments.value(segment, "DataTime") + "000");
  }

  static String shifted(String segment, Duration by) {
    return shiftedTo(segment, time -> time.plus(by));
  }

  static String ofYear(String segment, int year) {
    return shiftedTo(segment, time -> time.withYear(year));
  }

  private static String shiftedTo(String segment, UnaryOperator<LocalDateTime> change) {
    return DataTimes.second(Segments.value(segment, "DataTime"))
        .map(time -> DataTimes.formatSecond(change.apply(time)))
        .map(time -> Segments.withValue(segment, "DataTime", time))
        .orElse(segment);
  }

  /** The end of the period where the standard wants its start. */
  static String stampedAtEnd(String segment) {
    return switch (Segments.header(segment, "CN")) {
      case "2051" -> shifted(segment, Duration.ofMinutes(1));
      case "2061" -> shifted(segment, Duration.ofHours(1));
      case "2031", "2041" -> shifted(segment, Duration.ofDays(1));
      default -> segment;
    };
  }

  /** µg/m³ where the table has mg/m³. */
  static String thousandfold(String segment) {
    return numbers(segment, number -> number.multiply(BigDecimal.valueOf(1000)));
  }

  static String twelveDecimals(String segment) {
    return numbers(segment, number -> number.add(new BigDecimal("0.000000000001")));
  }

  /** A mark where a number should be: HJ 212-2025 has such for working conditions (second-hand). */
  static String markForValue(String segment) {
    return Segments.withFactorValues(
        segment,
        value -> value.contains("-Flag=") ? value : value.substring(0, value.indexOf('=')) + "=St");
  }

  private static String numbers(String segment, UnaryOperator<BigDecimal> change) {
    return Segments.withFactorValues(
        segment,
        value -> {
          int equals = value.indexOf('=');
          String text = value.substring(equals + 1);
          boolean number = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
          return number
              ? value.substring(0, equals + 1) + change.apply(new BigDecimal(text)).toPlainString()
              : value;
        });
  }
}

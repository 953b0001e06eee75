package io.touchline.app.registry;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of a table. Each question about a cell answers with the value, or with null after it has
 * said among the findings what is wrong with the cell.
 */
final class Row {

  private static final Set<String> YES = Set.of("yes", "true", "1", "是");
  private static final Set<String> NO = Set.of("no", "false", "0", "否");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSS]][XXX]]");

  private final String file;
  private final long line;
  private final Map<String, String> cells;
  private final Findings findings;

  Row(String file, long line, Map<String, String> cells, Findings findings) {
    this.file = file;
    this.line = line;
    this.cells = cells;
    this.findings = findings;
  }

  String file() {
    return file;
  }

  long line() {
    return line;
  }

  /** The cell's text, "" where it is empty or there is no such column. */
  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  /** The cell's text, null where it is empty: some fields are absent rather than empty. */
  String textOrNull(String column) {
    String text = text(column);
    return text.isEmpty() ? null : text;
  }

  /** Whether the file has such a column at all. */
  boolean has(String column) {
    return cells.containsKey(column);
  }

  /** Parts of the cell between bars, none of them empty. */
  List<String> list(String column) {
    return Arrays.stream(text(column).split("\\|", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  String required(String column) {
    String text = textOrNull(column);
    if (text == null) {
      findings.error(this, column, "empty");
    }
    return text;
  }

  LocalDate date(String column) {
    String text = textOrNull(column);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      findings.error(this, column, "date", text);
      return null;
    }
  }

  LocalDate requiredDate(String column) {
    return required(column) == null ? null : date(column);
  }

  /**
   * A moment: with an offset, or a time of day in China, or a day for its beginning. Spreadsheets
   * write a blank for the T and may leave out the seconds.
   */
  Instant requiredInstant(String column) {
    String text = required(column);
    if (text == null) {
      return null;
    }
    try {
      TemporalAccessor moment =
          MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (moment instanceof OffsetDateTime withOffset) {
        return withOffset.toInstant();
      }
      return ChinaTime.instant(
          moment instanceof LocalDateTime civil ? civil : ((LocalDate) moment).atStartOfDay());
    } catch (DateTimeException e) {
      findings.error(this, column, "instant", text);
      return null;
    }
  }

  /** An empty cell is null without a word. */
  Decimal decimal(String column) {
    String text = textOrNull(column);
    Decimal number = Decimal.parse(text);
    if (text != null && number == null) {
      findings.error(this, column, "number", text);
    }
    return number;
  }

  /**
   * A constant by its name in any case; the fallback, which may be null, where the cell is empty.
   */
  <E extends Enum<E>> E oneOf(String column, Class<E> type, E fallback) {
    return oneOf(column, List.of(type.getEnumConstants()), fallback);
  }

  private <E extends Enum<E>> E oneOf(String column, List<E> choices, E fallback) {
    String text = text(column);
    if (text.isEmpty()) {
      return fallback;
    }
    for (E constant : choices) {
      if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    String known = choices.stream().map(Enum::name).collect(Collectors.joining(", "));
    findings.error(this, column, "choice", text, known);
    return null;
  }

  <E extends Enum<E>> E requiredOneOf(String column, Class<E> type) {
    return required(column) == null ? null : oneOf(column, type, null);
  }

  /** As the other, of some constants alone. */
  <E extends Enum<E>> E requiredOneOf(String column, List<E> choices) {
    return required(column) == null ? null : oneOf(column, choices, null);
  }

  /** Yes or no, as people and spreadsheets write it; an empty cell is null without a word. */
  Boolean flag(String column) {
    String text = text(column).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    if (YES.contains(text) || NO.contains(text)) {
      return YES.contains(text);
    }
    findings.error(this, column, "flag", text(column));
    return null;
  }

  /** Which version of a thing it is, from 1; an empty cell is null without a word. */
  Integer version(String column) {
    String text = textOrNull(column);
    if (text != null && !text.matches("[1-9]\\d{0,8}")) {
      findings.error(this, column, "mark.version", text);
      return null;
    }
    return text == null ? null : Integer.valueOf(text);
  }

  /** Says where an end lies before its beginning. */
  void checkOrder(LocalDate from, LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      findings.error(this, "valid_to", "order", to.toString(), from.toString());
    }
  }
}

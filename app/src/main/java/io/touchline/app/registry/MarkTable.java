package io.touchline.app.registry;

import io.touchline.contract.MarkRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Mark;
import io.touchline.domain.MarkKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code marks.csv}: what operators say of an outlet's time. A registry may do without. A row
 * without an {@code id} is named by factor, beginning and mark: the row of a later {@code
 * marked_at} is the next version of the same mark.
 */
final class MarkTable {

  private static final String FILE = "marks.csv";
  private static final List<String> COLUMNS =
      List.of("mn", "factor", "from", "to", "mark", "author", "reason", "marked_at");

  /** The device's, or the plant's? Only the former makes data invalid. */
  private static final List<String> BARE_FAULT = List.of("FAULT", "故障");

  private final Findings findings;
  private final Predicate<String> mentioned;
  private final Map<MarkRecord, Row> seen = new HashMap<>();

  /**
   * A reader of marks.
   *
   * @param mentioned whether the registry has an outlet of that MN at all
   */
  MarkTable(Findings findings, Predicate<String> mentioned) {
    this.findings = findings;
    this.mentioned = mentioned;
  }

  /** Those without a fault, by the time at which they were set. */
  List<MarkRecord> read(RegistrySource source) {
    List<MarkRecord> marks = new ArrayList<>();
    for (Row row : Table.readIfThere(source, FILE, COLUMNS, findings)) {
      MarkRecord mark = mark(row);
      if (mark != null) {
        marks.add(mark);
      }
    }
    marks.sort(Comparator.comparing(MarkRecord::markedAt));
    return marks;
  }

  private MarkRecord mark(Row row) {
    String mn = row.required("mn");
    if (mn != null && !mentioned.test(mn)) {
      findings.error(row, "mn", "mark.outlet", mn);
      return null;
    }
    Instant from = row.requiredInstant("from");
    Instant to = row.requiredInstant("to");
    if (from != null && to != null && !from.isBefore(to)) {
      findings.error(row, "to", "mark.order", row.text("to"), row.text("from"));
      return null;
    }
    String kind = kind(row);
    String author = row.required("author");
    String reason = row.required("reason");
    Instant markedAt = row.requiredInstant("marked_at");
    Integer version = row.version("version");
    Mark.Origin origin = row.oneOf("origin", Mark.Origin.class, null);
    Mark.State state = row.oneOf("state", Mark.State.class, null);
    if (mn == null
        || from == null
        || to == null
        || kind == null
        || author == null
        || reason == null
        || markedAt == null) {
      return null;
    }
    String factor = row.textOrNull("factor");
    String id = row.text("id").isEmpty() ? nameOf(factor, from, kind) : row.text("id");
    MarkRecord mark =
        new MarkRecord(
            MarkRecord.SCHEMA_VERSION,
            mn,
            id,
            factor,
            from,
            to,
            kind,
            origin,
            author,
            reason,
            markedAt,
            row.textOrNull("attachment"),
            version,
            state);
    Row earlier = seen.putIfAbsent(mark, row);
    if (earlier != null) {
      findings.warning(row, "", "mark.twice", Long.toString(earlier.line()));
      return null;
    }
    return mark;
  }

  private static String nameOf(String factor, Instant from, String kind) {
    return (factor == null ? "" : factor) + '|' + ChinaTime.format(from) + '|' + kind;
  }

  private String kind(Row row) {
    String text = row.required("mark");
    if (text == null) {
      return null;
    }
    String name = MarkKind.named(text).map(MarkKind::name).orElse(null);
    if (name == null) {
      String known =
          MarkKind.all().stream()
              .map(kind -> kind.name() + ' ' + kind.chinese())
              .collect(Collectors.joining(", "));
      findings.error(row, "mark", "choice", text, known);
    } else if (BARE_FAULT.contains(text.toUpperCase(Locale.ROOT))) {
      findings.warning(row, "mark", "mark.fault", text);
    }
    return name;
  }
}

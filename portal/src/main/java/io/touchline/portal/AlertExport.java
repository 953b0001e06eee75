package io.touchline.portal;

import io.touchline.alerts.book.Alert;
import io.touchline.domain.alert.Standing;
import io.touchline.portal.page.AlertPage;
import io.touchline.portal.page.Figures;
import io.touchline.portal.page.Words;
import io.touchline.portal.read.AlertList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** The list of alerts as CSV (RFC 4180), with the columns that the page shows. */
final class AlertExport {

  /** Without it spreadsheets take Chinese for something else. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final String LINE_END = "\r\n";

  private AlertExport() {}

  static String of(List<AlertList.Row> rows, Words words) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    line(
        csv,
        Stream.of(
                "col.number",
                "col.grade",
                "col.enterprise",
                "col.outlet",
                "col.region",
                "col.factor",
                "col.subject",
                "col.from",
                "col.to",
                "col.worst",
                "col.limit",
                "col.unit",
                "col.multiple",
                "col.life",
                "col.owner",
                "col.answerDue")
            .map(words::text)
            .toList());
    rows.forEach(row -> line(csv, cells(row, words)));
    return csv.toString();
  }

  private static List<String> cells(AlertList.Row row, Words words) {
    Alert alert = row.alert();
    Standing standing = alert.standing();
    return List.of(
        AlertPage.number(alert),
        words.alert(standing.grade()),
        text(alert.place().enterpriseName()),
        text(alert.place().name()),
        text(alert.place().regionName()),
        alert.key().factor().isEmpty() ? "" : words.factor(alert.key().factor()),
        words.subject(alert),
        Figures.iso(standing.first()),
        Figures.iso(standing.last()),
        standing.worst() == null ? "" : standing.worst().toString(),
        text(alert.limit()),
        text(alert.unit()),
        standing.multiple() == null ? "" : Figures.multiple(standing.multiple().number()),
        words.life(alert),
        text(alert.life().owner()),
        row.due() == null ? "" : Figures.iso(row.due()));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static void line(StringBuilder csv, List<String> cells) {
    StringJoiner line = new StringJoiner(",");
    cells.forEach(cell -> line.add(quoted(cell)));
    csv.append(line).append(LINE_END);
  }

  /** Quoted where it must be; what a spreadsheet would take for a formula is made a text. */
  private static String quoted(String cell) {
    String safe = cell.matches("[=+@\\t\\r].*|-(?!\\d+(\\.\\d+)?$).*") ? "'" + cell : cell;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}

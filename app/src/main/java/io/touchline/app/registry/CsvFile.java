package io.touchline.app.registry;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.touchline.alerts.registry.RegistrySheet.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file of the registry that is changed a line at a time: every other line stays as it is, byte
 * for byte, unless a column has to be added.
 */
final class CsvFile {

  /** Last day of a line. */
  static final String VALID_TO = "valid_to";

  private static final String MARK = "\uFEFF";

  /** A record as it is written, with what ends it. */
  private record Written(String text, String end, List<String> cells) {

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  private final List<String> columns;
  private final List<Written> records;
  private final String mark;

  private CsvFile(List<String> columns, List<Written> records, String mark) {
    this.columns = columns;
    this.records = records;
    this.mark = mark;
  }

  /** Reads a file that the registry has read before, so that it is known to be well-formed. */
  static CsvFile of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String mark = text.startsWith(MARK) ? MARK : "";
    List<Written> records = records(text.substring(mark.length()));
    return new CsvFile(names(records.get(0)), records, mark);
  }

  /** A file with these columns and no line. */
  static CsvFile of(List<String> columns) {
    return of((String.join(",", columns) + '\n').getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(Written header) {
    List<String> names = new ArrayList<>();
    header.cells().forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
    return names;
  }

  private static List<Written> records(String text) {
    List<String> lines = lines(text);
    List<Written> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      List<CsvRecord> read = reader.stream().toList();
      for (int at = 0; at < read.size(); at++) {
        int first = (int) read.get(at).getStartingLineNumber() - 1;
        int next =
            at + 1 < read.size()
                ? (int) read.get(at + 1).getStartingLineNumber() - 1
                : lines.size();
        String whole = String.join("", lines.subList(first, Math.min(next, lines.size())));
        String bare = whole.replaceFirst("(\r\n|\r|\n)$", "");
        records.add(new Written(bare, whole.substring(bare.length()), read.get(at).getFields()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /** Lines with their ends. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if ((c == '\n' || c == '\r') && !pair) {
        lines.add(text.substring(start, at + 1));
        start = at + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  List<String> columns() {
    return List.copyOf(columns);
  }

  /** Its lines, without the blank ones that spreadsheets leave behind. */
  List<Line> lines() {
    return records.stream().skip(1).filter(record -> !record.isBlank()).map(this::line).toList();
  }

  private Line line(Written record) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      cells.put(columns.get(at), at < record.cells().size() ? record.cells().get(at).strip() : "");
    }
    return new Line(idOf(cells), cells);
  }

  /**
   * The same whatever the order of the columns, whether empty ones are there, and when the line
   * ends: one that is ended stays the same line.
   */
  private static String idOf(Map<String, String> cells) {
    String text =
        cells.entrySet().stream()
            .filter(cell -> !cell.getValue().isEmpty() && !cell.getKey().equals(VALID_TO))
            .sorted(Map.Entry.comparingByKey())
            .map(cell -> cell.getKey() + '=' + cell.getValue())
            .collect(Collectors.joining("\n"));
    return RegistryState.digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /** Adds a line at the end, with the columns that it needs; one that is there is not added. */
  void add(Map<String, String> cells) {
    for (String column : cells.keySet().stream().sorted().toList()) {
      if (!columns.contains(column) && !cells.get(column).isEmpty()) {
        addColumn(column);
      }
    }
    List<String> row = columns.stream().map(column -> cells.getOrDefault(column, "")).toList();
    if (lines().stream().anyMatch(line -> List.copyOf(line.cells().values()).equals(row))) {
      return;
    }
    String end = records.get(0).end().isEmpty() ? "\n" : records.get(0).end();
    int latest = records.size() - 1;
    Written last = records.get(latest);
    if (last.end().isEmpty()) {
      records.set(latest, new Written(last.text(), end, last.cells()));
    }
    records.add(new Written(text(row), end, row));
  }

  private void addColumn(String column) {
    columns.add(column);
    for (int at = 0; at < records.size(); at++) {
      Written record = records.get(at);
      List<String> cells = new ArrayList<>(record.cells());
      cells.add(at == 0 ? column : "");
      if (at == 0 || !record.text().isEmpty()) {
        records.set(
            at, new Written(record.text() + ',' + (at == 0 ? column : ""), record.end(), cells));
      }
    }
  }

  /** Sets a cell of the line of that id, and says whether there is such a line. */
  boolean set(String id, String column, String value) {
    for (int at = 1; at < records.size(); at++) {
      Written record = records.get(at);
      if (!record.isBlank() && line(record).id().equals(id)) {
        if (!columns.contains(column)) {
          addColumn(column);
        }
        List<String> cells = new ArrayList<>(records.get(at).cells());
        cells.set(columns.indexOf(column), value);
        records.set(at, new Written(text(cells), record.end(), cells));
        return true;
      }
    }
    return false;
  }

  private static String text(List<String> cells) {
    return cells.stream().map(CsvFile::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  byte[] toBytes() {
    StringBuilder text = new StringBuilder(mark);
    records.forEach(record -> text.append(record.text()).append(record.end()));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}

package io.touchline.app.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.touchline.contract.Json;
import io.touchline.domain.ChinaTime;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of one kind as CSV or JSON: the columns of both are the components of their record. */
final class ExportFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** How it is written. */
  enum Format {
    CSV,
    JSON
  }

  /** {@code {"schemaVersion":1,"export":"credit","rows":[…]}}. */
  record Export<T>(int schemaVersion, String export, List<T> rows) {
    static final int SCHEMA_VERSION = 1;
  }

  private ExportFile() {}

  static <T extends Record> byte[] of(Format format, String name, Class<T> type, List<T> rows) {
    String text =
        format == Format.JSON
            ? Json.text(new Export<>(Export.SCHEMA_VERSION, name, rows)) + '\n'
            : csv(type, rows);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** RFC 4180 in UTF-8 with a byte order mark. */
  private static <T extends Record> String csv(Class<T> type, List<T> rows) {
    StringWriter text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    RecordComponent[] columns = type.getRecordComponents();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(Arrays.stream(columns).map(RecordComponent::getName).toList());
      for (T row : rows) {
        csv.writeRecord(Arrays.stream(columns).map(column -> cell(column, row)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String cell(RecordComponent column, Record row) {
    try {
      return safe(text(column.getAccessor().invoke(row)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no value of " + column, e);
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Object::toString).collect(Collectors.joining("; "));
    }
    return value instanceof Instant at ? ChinaTime.format(at) : value.toString();
  }

  /**
   * What a spreadsheet would take for a formula gets an apostrophe before it; a number does not.
   */
  private static String safe(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !cell.matches("[+-][0-9.]+") ? "'" + cell : cell;
  }
}

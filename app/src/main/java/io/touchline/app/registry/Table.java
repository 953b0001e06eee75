package io.touchline.app.registry;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One CSV file: UTF-8 with or without a byte order mark, any line ends, a header of column names in
 * any order and case, further columns passed over.
 */
final class Table {

  private Table() {}

  /**
   * Its rows; none where the file cannot be read at all, and the findings say why.
   *
   * @param columns that must be there; others may be
   */
  static List<Row> read(
      RegistrySource source, String file, List<String> columns, Findings findings) {
    try {
      Optional<byte[]> bytes = source.read(file);
      if (bytes.isEmpty()) {
        findings.inFile(file, "file.missing", String.join(",", columns));
        return List.of();
      }
      return rows(file, records(utf8(bytes.get())), columns, findings);
    } catch (CharacterCodingException e) {
      findings.inFile(file, "file.encoding");
    } catch (CsvParseException e) {
      findings.inFile(file, "file.quotes", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of();
  }

  /** As {@link #read}, of a file that a registry may do without. */
  static List<Row> readIfThere(
      RegistrySource source, String file, List<String> columns, Findings findings) {
    try {
      return source.read(file).isEmpty() ? List.of() : read(source, file, columns, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<CsvRecord> records(String text) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .ofCsvRecord(text)) {
      return reader.stream().toList();
    }
  }

  private static List<Row> rows(
      String file, List<CsvRecord> records, List<String> columns, Findings findings) {
    if (records.isEmpty()) {
      findings.inFile(file, "file.empty", String.join(",", columns));
      return List.of();
    }
    List<String> header =
        records.get(0).getFields().stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    if (!isGood(header, file, columns, findings)) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      if (record.getFields().stream().allMatch(String::isBlank)) {
        continue; // spreadsheets leave lines of bare commas behind
      }
      Row row = new Row(file, record.getStartingLineNumber(), cells(header, record), findings);
      if (record.getFieldCount() == header.size()) {
        rows.add(row);
      } else {
        findings.error(
            row,
            "",
            "line.fields",
            Integer.toString(record.getFieldCount()),
            Integer.toString(header.size()));
      }
    }
    return rows;
  }

  private static boolean isGood(
      List<String> header, String file, List<String> columns, Findings findings) {
    boolean good = true;
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!name.isEmpty() && !seen.add(name)) {
        findings.inFile(file, "column.twice", name);
        good = false;
      }
    }
    for (String column : columns) {
      if (!seen.contains(column)) {
        findings.inFile(file, "column.missing", column);
        good = false;
      }
    }
    return good;
  }

  private static Map<String, String> cells(List<String> header, CsvRecord record) {
    Map<String, String> cells = new HashMap<>();
    for (int at = 0; at < Math.min(header.size(), record.getFieldCount()); at++) {
      cells.put(header.get(at), record.getField(at).strip());
    }
    return cells;
  }
}

package io.touchline.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dated rows that ship in {@code regulation/}: the first line names the columns. */
public final class RegulationFile {

  private RegulationFile() {}

  /** The rows of one file, each by column. Cells hold no comma and no quotation mark. */
  public static List<Map<String, String>> rows(String name) {
    List<String> lines = lines("/regulation/" + name);
    String[] columns = lines.get(0).split(",", -1);
    return lines.stream().skip(1).map(line -> row(columns, line)).toList();
  }

  private static Map<String, String> row(String[] columns, String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != columns.length) {
      throw new IllegalArgumentException("not " + columns.length + " cells: " + line);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], cells[i]);
    }
    return row;
  }

  private static List<String> lines(String path) {
    try (InputStream in = RegulationFile.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

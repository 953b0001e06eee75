package io.touchline.fleet.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small table with a header row, from the resources of this module. */
public final class CsvTable {

  private CsvTable() {}

  /**
   * Reads a resource that stands beside {@code owner}; each row by the names of its header.
   *
   * @throws IllegalStateException where a row has not as many cells as the header: the module is
   *     broken
   */
  public static List<Map<String, String>> read(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource + " beside " + owner);
      }
      return read(new CsvRows(new InputStreamReader(in, StandardCharsets.UTF_8)), resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, String>> read(CsvRows rows, String resource) throws IOException {
    List<String> header = rows.next();
    List<Map<String, String>> table = new ArrayList<>();
    for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
      if (cells.size() != header.size()) {
        throw new IllegalStateException(
            resource + ":" + rows.line() + " has not " + header.size() + " cells: " + cells);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < cells.size(); column++) {
        row.put(header.get(column), cells.get(column));
      }
      table.add(row);
    }
    return table;
  }
}

package io.touchline.fleet.csv;

import io.touchline.domain.Decimal;
import io.touchline.fleet.FleetException;
import io.touchline.fleet.logger.FactorFields;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The rows of a series as the fields to send. A header line, where there is one, is passed over.
 */
final class SeriesRows implements Closeable {

  private static final int GZIP_MAGIC = 0x1f8b;

  /** What tables write for "no value": it makes no header of a first row. */
  private static final Set<String> MISSING =
      Set.of("", "?", "-", "na", "n/a", "nan", "null", "none");

  private final CsvReplay replay;
  private final CsvRows rows;
  private long read;
  private long withoutNumber;
  private long skippedCells;

  /**
   * @throws FleetException where the file is not there or cannot be read
   */
  SeriesRows(CsvReplay replay) {
    this.replay = replay;
    try {
      this.rows = new CsvRows(new InputStreamReader(open(replay), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw FleetException.because(e, "csv.missing", replay.file());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static InputStream open(CsvReplay replay) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(replay.file()));
    in.mark(2);
    boolean zipped = ((in.read() << 8) | in.read()) == GZIP_MAGIC;
    in.reset();
    return zipped ? new GZIPInputStream(in) : in;
  }

  /** The next row's fields, none where it has no number; null after the last row. */
  List<FactorFields> next() {
    try {
      List<String> cells = rows.next();
      if (cells != null && read == 0 && isHeader(cells)) {
        cells = rows.next();
      }
      if (cells == null) {
        return null;
      }
      List<FactorFields> fields = fields(cells);
      read++;
      withoutNumber += fields.isEmpty() ? 1 : 0;
      return fields;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  long read() {
    return read;
  }

  long withoutNumber() {
    return withoutNumber;
  }

  long skippedCells() {
    return skippedCells;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private FleetException unreadable(IOException e) {
    return FleetException.because(e, "csv.unreadable", replay.file(), e.getMessage());
  }

  /** The cells go out as they stand: their very digits are the reading. */
  private List<FactorFields> fields(List<String> cells) {
    String suffix = replay.commandCode().equals(CsvReplay.REAL_TIME) ? "Rtd" : "Avg";
    List<FactorFields> fields = new ArrayList<>();
    for (Map.Entry<String, Integer> column : replay.columns().columnByFactor().entrySet()) {
      String cell = cell(cells, column);
      if (Decimal.parse(cell) == null) {
        skippedCells++;
      } else {
        fields.add(new FactorFields(column.getKey(), List.of(suffix, cell, "Flag", "N")));
      }
    }
    return fields;
  }

  private String cell(List<String> cells, Map.Entry<String, Integer> column) {
    if (column.getValue() > cells.size()) {
      throw FleetException.because(
          null,
          "csv.column",
          replay.file(),
          rows.line(),
          cells.size(),
          column.getValue(),
          column.getKey(),
          read - withoutNumber);
    }
    return cells.get(column.getValue() - 1);
  }

  /** Names over the mapped columns, and not one number among them. */
  private boolean isHeader(List<String> cells) {
    boolean named = false;
    for (Map.Entry<String, Integer> column : replay.columns().columnByFactor().entrySet()) {
      String cell = cell(cells, column);
      if (Decimal.parse(cell) != null) {
        return false;
      }
      named |= !MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }
    return named;
  }
}

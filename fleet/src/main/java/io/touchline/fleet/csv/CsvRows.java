package io.touchline.fleet.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated rows (RFC 4180) one at a time, so that a file of any length takes the
 * memory of its longest row. A byte order mark is dropped, lines without anything in them are
 * passed over, blanks around a cell are cut off, a quote within a cell stands for itself.
 */
public final class CsvRows implements Closeable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A quote that never closes must not draw the whole file into one cell. */
  private static final int LONGEST_CELL = 1 << 20;

  private final BufferedReader in;
  private long line;
  private long rowLine;

  public CsvRows(Reader in) {
    this.in = new BufferedReader(in);
  }

  /** The next row's cells, null after the last. */
  public List<String> next() throws IOException {
    String text = nextLine();
    while (text != null && text.isBlank()) {
      text = nextLine();
    }
    rowLine = line;
    return text == null ? null : cells(text);
  }

  /** Where the row given last began, from 1. */
  public long line() {
    return rowLine;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private String nextLine() throws IOException {
    String text = in.readLine();
    line++;
    boolean marked = line == 1 && text != null && text.indexOf(BYTE_ORDER_MARK) == 0;
    return marked ? text.substring(1) : text;
  }

  private List<String> cells(String first) throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    String text = first;
    int at = 0;
    while (true) {
      if (at == text.length()) {
        String more = quoted ? nextLine() : null;
        if (more == null) {
          cells.add(cell.toString().strip());
          return cells;
        }
        if (cell.length() > LONGEST_CELL) {
          throw new IOException("the quote opened in line " + rowLine + " does not close");
        }
        cell.append('\n');
        text = more;
        at = 0;
        continue;
      }
      char c = text.charAt(at++);
      if (c == '"' && (quoted || isBlank(cell))) {
        boolean doubled = quoted && at < text.length() && text.charAt(at) == '"';
        if (doubled) {
          cell.append(c);
          at++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
  }

  private static boolean isBlank(StringBuilder cell) {
    return cell.toString().isBlank();
  }
}

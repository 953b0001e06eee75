package io.touchline.hj212;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The factors (监测因子) of HJ 212-2017 tables B.1 and B.2. The catalogue is open: loggers send codes
 * that are in no table, and such a code is no fault. Key on its text.
 */
public final class FactorCatalogue {

  private static final String RESOURCE = "factors.csv";
  private static final int COLUMNS = 9;

  private final Map<String, Factor> byCode = new LinkedHashMap<>();
  private final Map<String, Factor> byOldCode = new LinkedHashMap<>();

  private FactorCatalogue(List<Factor> factors) {
    for (Factor factor : factors) {
      byCode.put(factor.code(), factor);
      if (!factor.oldCode().isEmpty()) {
        byOldCode.put(factor.oldCode(), factor);
      }
    }
  }

  /** The catalogue of the standard, read once from {@code factors.csv} beside this class. */
  public static FactorCatalogue standard() {
    return Standard.CATALOGUE;
  }

  /** The factor of a code, of 2017 or of 2005; empty when the tables have no such code. */
  public Optional<Factor> find(String code) {
    Factor factor = byCode.get(code);
    return Optional.ofNullable(factor == null ? byOldCode.get(code) : factor);
  }

  /** All factors, in the order of the tables. */
  public Collection<Factor> all() {
    return Collections.unmodifiableCollection(byCode.values());
  }

  private static final class Standard {
    static final FactorCatalogue CATALOGUE = new FactorCatalogue(load());

    private static List<Factor> load() {
      List<Factor> factors = new ArrayList<>();
      try (InputStream in = FactorCatalogue.class.getResourceAsStream(RESOURCE);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        lines.readLine(); // the names of the columns
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          factors.add(factor(line));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return factors;
    }
  }

  private static Factor factor(String line) {
    List<String> cells = cells(line);
    if (cells.size() != COLUMNS) {
      throw new IllegalStateException(
          RESOURCE + ": " + COLUMNS + " columns wanted, found " + cells.size() + " in: " + line);
    }
    String type = cells.get(6);
    int point = type.indexOf('.');
    return new Factor(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        Integer.parseInt(point < 0 ? type : type.substring(0, point)),
        point < 0 ? 0 : Integer.parseInt(type.substring(point + 1)),
        Medium.valueOf(cells.get(7)));
  }

  /** The cells of one line; a cell with a comma stands between double quotes. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>(COLUMNS);
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}

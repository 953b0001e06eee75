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
 * The factors (监测因子) of HJ 212-2017 appendix B, with what is known of HJ 212-2025. The catalogue is
 * open: loggers send codes that are in no table, and such a code is no fault. Key on its text, and
 * add a station's own with {@link #with}.
 */
public final class FactorCatalogue {

  private static final String RESOURCE = "factors.csv";
  private static final int COLUMNS = 10;
  private static final String ANY = "*";

  private final Map<String, Factor> byCode = new LinkedHashMap<>();
  private final Map<String, Factor> byOldCode = new LinkedHashMap<>();
  private final Map<String, Factor> families = new LinkedHashMap<>();

  private FactorCatalogue(List<Factor> factors) {
    for (Factor factor : factors) {
      if (factor.code().endsWith(ANY)) {
        families.put(factor.code(), factor);
        continue;
      }
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

  /**
   * What kind a code is of, by its first characters, the longest family first: {@code d20001} is of
   * {@code d2*}. For codes that no table lists one by one; empty for others.
   */
  public Optional<Factor> familyOf(String code) {
    for (int length = code.length(); length > 0; length--) {
      Factor family = families.get(code.substring(0, length) + ANY);
      if (family != null) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }

  /**
   * This catalogue with a station's own factors; one with a code that is here already takes its
   * place.
   */
  public FactorCatalogue with(Factor... additions) {
    List<Factor> all = new ArrayList<>(byCode.values());
    all.addAll(families.values());
    all.addAll(List.of(additions));
    return new FactorCatalogue(all);
  }

  /** All factors, in the order of the tables; no families. */
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
    return new Factor(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        digits(cells.get(6)),
        digits(cells.get(7)),
        Medium.valueOf(cells.get(8)),
        cells.get(9));
  }

  private static Factor.Digits digits(String type) {
    if (type.isEmpty()) {
      return Factor.Digits.UNSTATED;
    }
    int point = type.indexOf('.');
    return point < 0
        ? new Factor.Digits(Integer.parseInt(type), 0)
        : new Factor.Digits(
            Integer.parseInt(type.substring(0, point)),
            Integer.parseInt(type.substring(point + 1)));
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

package io.touchline.alerts.registry;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table of the registry as it stands.
 *
 * @param version of the registry
 * @param lines in the order of the file
 */
public record RegistrySheet(int version, List<String> columns, List<Line> lines) {

  /**
   * One line.
   *
   * @param id made of its cells: the same in every version in which the line reads the same
   * @param cells text by column, "" where empty
   */
  public record Line(String id, Map<String, String> cells) {

    /** The text of a cell, "" where it is empty or there is no such column. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /** The lines that somebody may see. */
  public RegistrySheet only(Predicate<Line> visible) {
    return new RegistrySheet(version, columns, lines.stream().filter(visible).toList());
  }

  /** A part of it: so many lines from one on, counted from 0. */
  public RegistrySheet part(int from, int most) {
    return new RegistrySheet(version, columns, lines.stream().skip(from).limit(most).toList());
  }
}

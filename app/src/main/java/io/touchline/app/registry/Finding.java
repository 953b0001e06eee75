package io.touchline.app.registry;

import io.touchline.app.Texts;

/**
 * Something to say about one place of a registry.
 *
 * @param line counted from 1, the header being line 1; 0 where the whole file is meant
 * @param column name of the column, "" where the whole line is meant
 * @param text what is wrong and its mend
 */
public record Finding(Severity severity, String file, long line, String column, String text) {

  /** What it means for the import. */
  public enum Severity {
    /** Nothing is imported before it is mended. */
    ERROR,
    /** Imported; very likely not what was meant. */
    WARNING,
    /** Imported or passed over as designed; good to know. */
    NOTE
  }

  /** One line for people: severity, place, text. */
  public String sentence() {
    String place = line == 0 ? file : file + ':' + line;
    String where = column.isEmpty() ? place : place + ": " + column;
    return Texts.get("finding." + severity.name()) + ' ' + where + ": " + text;
  }
}

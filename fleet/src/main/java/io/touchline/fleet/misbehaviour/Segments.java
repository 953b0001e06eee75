package io.touchline.fleet.misbehaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes to the text of a data segment, {@code QN=...;CP=&&...&&}. */
final class Segments {

  private static final String CP = "CP=&&";
  private static final String CLOSING = "&&";

  private Segments() {}

  /** The value of a header field, empty where there is none. */
  static String header(String segment, String name) {
    int from = headerAt(segment, name);
    return from < 0 ? "" : segment.substring(from + name.length() + 1, segment.indexOf(';', from));
  }

  static String withoutHeader(String segment, String name) {
    int from = headerAt(segment, name);
    return from < 0
        ? segment
        : segment.substring(0, from) + segment.substring(segment.indexOf(';', from) + 1);
  }

  /** Another value for a header field that is there. */
  static String withHeader(String segment, String name, String value) {
    int from = headerAt(segment, name);
    return from < 0
        ? segment
        : segment.substring(0, from)
            + name
            + '='
            + value
            + segment.substring(segment.indexOf(';', from));
  }

  /** A header field more, before another. */
  static String insertedBefore(String segment, String name, String field) {
    int at = name.equals("CP") ? segment.indexOf(CP) : headerAt(segment, name);
    return at < 0 ? segment : segment.substring(0, at) + field + ';' + segment.substring(at);
  }

  private static int headerAt(String segment, String name) {
    int header = segment.indexOf(CP);
    int found = segment.startsWith(name + '=') ? 0 : segment.indexOf(';' + name + '=') + 1;
    boolean there = found > 0 || segment.startsWith(name + '=');
    return there && found < header ? found : -1;
  }

  /** Other command parameters. */
  static String withCp(String segment, UnaryOperator<String> change) {
    int from = segment.indexOf(CP) + CP.length();
    int to = segment.length() - CLOSING.length();
    return segment.substring(0, from) + change.apply(segment.substring(from, to)) + CLOSING;
  }

  /** One item more at the end of the command parameters. */
  static String withItem(String segment, String item) {
    return withCp(segment, cp -> cp.isEmpty() ? item : cp + ';' + item);
  }

  /** Another value for a plain name in the command parameters. */
  static String withValue(String segment, String name, String value) {
    return withItems(segment, item -> item.startsWith(name + '=') ? name + '=' + value : item);
  }

  static String value(String segment, String name) {
    for (String item : items(segment)) {
      if (item.startsWith(name + '=')) {
        return item.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** Every item between semicolons changed by itself. */
  static String withItems(String segment, UnaryOperator<String> change) {
    return withCp(segment, cp -> String.join(";", cut(cp, ';').stream().map(change).toList()));
  }

  /** Every {@code factor-Suffix=value} changed by itself, plain names left alone. */
  static String withFactorValues(String segment, UnaryOperator<String> change) {
    return withItems(
        segment,
        item ->
            String.join(
                ",",
                cut(item, ',').stream()
                    .map(each -> each.indexOf('-') > 0 ? change.apply(each) : each)
                    .toList()));
  }

  static List<String> items(String segment) {
    int from = segment.indexOf(CP) + CP.length();
    return cut(segment.substring(from, segment.length() - CLOSING.length()), ';');
  }

  static List<String> cut(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      pieces.add(text.substring(from, at));
      from = at + 1;
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}

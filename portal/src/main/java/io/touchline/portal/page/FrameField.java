package io.touchline.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One field of a frame as it stands there, right or wrong. What a frame means its packet says; this
 * is only where one field ends and the next begins.
 *
 * @param part of the frame
 * @param name as sent, "" where it has none
 * @param value as sent; of a password only that there is one
 */
public record FrameField(Part part, String name, String value) {

  private static final String HIDDEN = "••••••";
  private static final int MOST = 400;

  private static final Pattern PASSWORD = Pattern.compile("(?<![A-Za-z])(PW=)[^;&]*");
  private static final Pattern FRAME =
      Pattern.compile(
          "##(\\d{0,4})(.*?)(?:&&([0-9A-Fa-f]{4})((?:\\\\x0D|\\\\x0A|[ \\t])*))?", Pattern.DOTALL);

  /** Which part of a frame. */
  public enum Part {
    LENGTH,
    HEADER,
    DATA,
    CHECK
  }

  /** The fields of a frame on one line, in their order; at most 400. */
  static List<FrameField> of(String frame) {
    List<FrameField> fields = new ArrayList<>();
    Matcher matcher = FRAME.matcher(frame);
    if (!matcher.matches()) {
      return fields;
    }
    fields.add(new FrameField(Part.LENGTH, "HEAD", matcher.group(1)));
    String[] halves = matcher.group(2).split("CP=&&", 2);
    split(fields, Part.HEADER, halves[0], ";");
    if (halves.length == 2) {
      split(fields, Part.DATA, halves[1].replaceAll("&+$", ""), "[;,]");
    }
    if (matcher.group(3) != null) {
      fields.add(new FrameField(Part.CHECK, "CRC", matcher.group(3)));
    }
    return fields.subList(0, Math.min(MOST, fields.size()));
  }

  private static void split(List<FrameField> fields, Part part, String text, String separator) {
    for (String field : text.split(separator, -1)) {
      if (!field.isEmpty()) {
        int equals = field.indexOf('=');
        String name = equals < 0 ? "" : field.substring(0, equals);
        String value = field.substring(equals + 1);
        fields.add(new FrameField(part, name, name.equals("PW") ? HIDDEN : value));
      }
    }
  }

  /** The same line with every password hidden. */
  static String withoutPassword(String line) {
    return PASSWORD.matcher(line).replaceAll("$1" + HIDDEN);
  }

  /** What the name stands for; "" where nobody here knows. */
  public String meaning(Words words) {
    String key = "frame.field." + name;
    if (words.has(key)) {
      return words.text(key);
    }
    int dash = name.lastIndexOf('-');
    String code = dash < 0 ? name : name.substring(0, dash);
    String suffix = dash < 0 ? "" : name.substring(dash + 1);
    String factor = words.factor(code);
    if (factor.equals(code)) {
      return "";
    }
    String of = "frame.suffix." + suffix;
    return words.has(of) ? factor + " · " + words.text(of) : factor;
  }
}

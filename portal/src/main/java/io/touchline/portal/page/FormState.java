package io.touchline.portal.page;

import java.util.Map;

/**
 * A form as it was sent and not taken: nothing that was typed is lost.
 *
 * @param name which form of the page
 * @param problem key of the text that says why it was not taken
 * @param values as they were typed, by field
 */
public record FormState(String name, String problem, Map<String, String> values) {

  /** A page whose forms nobody has sent yet. */
  public static final FormState NONE = new FormState("", null, Map.of());

  public boolean isOf(String form) {
    return name.equals(form);
  }

  /** What was typed into a field of a form, "" where nothing was. */
  public String value(String form, String field) {
    return isOf(form) ? values.getOrDefault(field, "") : "";
  }
}

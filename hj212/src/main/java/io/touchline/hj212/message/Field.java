package io.touchline.hj212.message;

import io.touchline.hj212.Item;
import io.touchline.hj212.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named field of CP (字段): how its text is read and what a right value is. Reading is generous, so
 * that a value out of range can be seen; {@link #fault} is strict.
 *
 * @param name in the standard. {@code -Info} is any item with that suffix; the first one counts
 * @param otherName a name that is read for it too, empty where there is none
 * @param unit in ASCII, empty where it has none
 * @param reading of the text, empty where it is not of the type
 * @param right whether the text is a right value
 * @param wantsEn what a right value is, to follow "must be"
 * @param wantsZh the same, to follow 应为
 * @param secret whether a value must never be shown
 */
public record Field<T>(
    String name,
    String otherName,
    String unit,
    Function<String, Optional<T>> reading,
    Predicate<String> right,
    String wantsEn,
    String wantsZh,
    boolean secret) {

  /** The value; empty when it is absent or not of the type. */
  public Optional<T> in(Parameters parameters) {
    return text(parameters).flatMap(reading);
  }

  /** The text as it stands, of whatever type. */
  public Optional<String> text(Parameters parameters) {
    if (isSuffix()) {
      return parameters.items().stream().filter(this::matches).map(Item::value).findFirst();
    }
    Optional<String> text = parameters.text(name);
    return text.isPresent() || otherName.isEmpty() ? text : parameters.text(otherName);
  }

  /** All texts, where the field may stand several times. */
  public List<String> all(Parameters parameters) {
    return parameters.items().stream().filter(this::matches).map(Item::value).toList();
  }

  /** What is wrong with the value that stands there; empty when it is right or absent. */
  public Optional<Fault> fault(Parameters parameters) {
    return text(parameters).flatMap(this::faultOf);
  }

  /** What is wrong with a text as a value of this field. */
  Optional<Fault> faultOf(String text) {
    return right.test(text)
        ? Optional.empty()
        : Optional.of(new Fault(name, Fault.Problem.WRONG, secret ? "" : text, wantsEn, wantsZh));
  }

  /** The fault of its absence. */
  public Fault missing() {
    return new Fault(name, Fault.Problem.MISSING, "", wantsEn, wantsZh);
  }

  /** Whether an item is this field. */
  boolean matches(Item item) {
    return isSuffix() ? isSuffixOf(item.key()) : named(item.key());
  }

  /** Whether a whole name is this field's; case does not count. */
  boolean named(String key) {
    return name.equalsIgnoreCase(key) || (!otherName.isEmpty() && otherName.equalsIgnoreCase(key));
  }

  /** Whether a whole name ends with this field's suffix, behind a code. */
  boolean isSuffixOf(String key) {
    int from = key.length() - name.length();
    return isSuffix() && from > 0 && key.regionMatches(true, from, name, 0, name.length());
  }

  private boolean isSuffix() {
    return name.charAt(0) == '-';
  }

  /** The same field, also read from another name. */
  Field<T> orNamed(String other) {
    return new Field<>(name, other, unit, reading, right, wantsEn, wantsZh, secret);
  }

  /** The same field, whose text may stand between {@code //} and then hold anything else. */
  Field<T> orLog() {
    return new Field<>(
        name, otherName, unit, reading, right.or(Field::isLog), wantsEn, wantsZh, secret);
  }

  private static boolean isLog(String text) {
    return text.length() >= 4
        && text.startsWith("//")
        && text.endsWith("//")
        && text.indexOf("//", 2) == text.length() - 2;
  }

  /** The same field, never shown. */
  Field<T> kept() {
    return new Field<>(name, otherName, unit, reading, right, wantsEn, wantsZh, true);
  }

  @Override
  public String toString() {
    return "Field[" + name + "]";
  }
}

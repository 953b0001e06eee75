package io.touchline.hj212.message;

import io.touchline.hj212.Edition;
import java.util.EnumSet;
import java.util.Set;

/**
 * That a message has a field: whether it must, in which editions, and how it is written.
 *
 * @param joined written behind a comma, as a value of the item before it
 * @param repeats may stand several times
 */
record FieldUse(
    Field<?> field, boolean needed, Set<Edition> editions, boolean joined, boolean repeats) {

  static FieldUse need(Field<?> field) {
    return new FieldUse(field, true, EnumSet.allOf(Edition.class), false, false);
  }

  static FieldUse may(Field<?> field) {
    return new FieldUse(field, false, EnumSet.allOf(Edition.class), false, false);
  }

  FieldUse since(Edition first) {
    return new FieldUse(field, needed, EnumSet.range(first, Edition.V2025), joined, repeats);
  }

  FieldUse only(Edition edition) {
    return new FieldUse(field, needed, EnumSet.of(edition), joined, repeats);
  }

  FieldUse afterComma() {
    return new FieldUse(field, needed, editions, true, repeats);
  }

  FieldUse repeated() {
    return new FieldUse(field, needed, editions, joined, true);
  }

  boolean isOf(Edition edition) {
    return editions.contains(edition);
  }
}

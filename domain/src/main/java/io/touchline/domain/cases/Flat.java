package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A record as flat text: one line a figure, {@code finding.times.ratio} to {@code 3.4}. It is what
 * is hashed, stored and sent of an event, so that all three are the same; a component that is added
 * later is simply absent in older events. Null is left out; so is an empty list, which comes back
 * as one.
 */
public final class Flat {

  private Flat() {}

  /** The record's figures by name, in the order of their names. */
  public static SortedMap<String, String> of(Record value) {
    SortedMap<String, String> flat = new TreeMap<>();
    put(flat, "", value);
    return flat;
  }

  /**
   * The record that figures were of.
   *
   * @throws IllegalArgumentException where they are not of such a record
   */
  public static <T extends Record> T read(Class<T> type, SortedMap<String, String> flat) {
    return type.cast(record(type, "", flat));
  }

  private static void put(SortedMap<String, String> flat, String name, Object value) {
    if (value instanceof Decimal number) {
      flat.put(name, number.toString());
    } else if (value instanceof Record nested) {
      for (RecordComponent part : nested.getClass().getRecordComponents()) {
        put(flat, join(name, part.getName()), valueOf(part, nested));
      }
    } else if (value instanceof List<?> list) {
      for (int at = 0; at < list.size(); at++) {
        put(flat, join(name, Integer.toString(at)), list.get(at));
      }
    } else if (value != null) {
      flat.put(name, text(value));
    }
  }

  private static String join(String name, String part) {
    return name.isEmpty() ? part : name + '.' + part;
  }

  private static String text(Object value) {
    if (value instanceof Instant instant) {
      return ChinaTime.format(instant);
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  private static Object valueOf(RecordComponent part, Record of) {
    try {
      return part.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException("no value of " + part, impossible);
    }
  }

  private static Object record(Class<?> type, String name, SortedMap<String, String> flat) {
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values =
        Arrays.stream(parts)
            .map(part -> read(part.getGenericType(), join(name, part.getName()), flat))
            .toArray();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the figures " + flat.keySet() + " make no " + type.getSimpleName(), e);
    }
  }

  private static Object read(Type type, String name, SortedMap<String, String> flat) {
    if (type instanceof ParameterizedType list) {
      return list(list.getActualTypeArguments()[0], name, flat);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() && plain != Decimal.class) {
      return isThere(name, flat) ? record(plain, name, flat) : null;
    }
    String text = flat.get(name);
    return text == null ? null : parse(plain, text);
  }

  private static List<Object> list(Type element, String name, SortedMap<String, String> flat) {
    List<Object> list = new ArrayList<>();
    while (isThere(join(name, Integer.toString(list.size())), flat)) {
      list.add(read(element, join(name, Integer.toString(list.size())), flat));
    }
    return list;
  }

  private static boolean isThere(String name, SortedMap<String, String> flat) {
    return flat.containsKey(name)
        || flat.keySet().stream().anyMatch(key -> key.startsWith(name + '.'));
  }

  private static Object parse(Class<?> type, String text) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no " + type.getSimpleName() + " is called " + text));
    }
    if (type == Instant.class) {
      return ChinaTime.parse(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (type == Decimal.class) {
      return Decimal.of(text);
    }
    if (type == int.class || type == Integer.class) {
      return Integer.valueOf(text);
    }
    if (type == long.class || type == Long.class) {
      return Long.valueOf(text);
    }
    return type == boolean.class || type == Boolean.class ? Boolean.valueOf(text) : text;
  }
}

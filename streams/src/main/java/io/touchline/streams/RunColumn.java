package io.touchline.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Values of one kind that seldom change from one to the next: each said once, and how often. */
final class RunColumn {

  private RunColumn() {}

  static <T> void write(List<T> values, BiConsumer<RowWriter, T> writing, RowWriter out) {
    for (int at = 0; at < values.size(); ) {
      int end = at;
      while (end < values.size() && Objects.equals(values.get(at), values.get(end))) {
        end++;
      }
      out.count((long) end - at);
      writing.accept(out, values.get(at));
      at = end;
    }
  }

  static <T> List<T> read(int size, Function<RowReader, T> reading, RowReader in) {
    List<T> values = new ArrayList<>(size);
    while (values.size() < size) {
      int times = in.count();
      T value = reading.apply(in);
      for (int left = times; left > 0; left--) {
        values.add(value);
      }
    }
    return values;
  }
}

package io.touchline.hj212;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command parameters (指令参数 CP) of a packet: what stands between {@code CP=&&} and the closing
 * {@code &&}, byte for byte. A view; texts are made when asked for, each time anew.
 *
 * <p>Two are equal when their bytes are. The text of one shows names and no values, for a value may
 * be a password or a key.
 */
public final class Parameters {

  /** {@code CP=&&&&}. */
  public static final Parameters NONE = new PacketWriter().toParameters();

  private final byte[] bytes;
  private final int[] index;

  /** As {@link PacketIndex} made the index of the same bytes. */
  Parameters(byte[] bytes, int[] index) {
    this.bytes = bytes;
    this.index = index;
  }

  /**
   * Items in the order given, {@code ;} between them: {@code of("OverTime", "5", "ReCount", "3")}.
   *
   * @throws IllegalArgumentException when a name has no value
   */
  public static Parameters of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("pairs of name and value wanted");
    }
    PacketWriter writer = new PacketWriter();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      writer.item(namesAndValues[i], namesAndValues[i + 1]);
    }
    return writer.toParameters();
  }

  /** Every {@code name=value}, in order, repeated ones too. */
  public List<Item> items() {
    List<Item> items = new ArrayList<>((index[PacketIndex.END] - PacketIndex.ITEMS) / 2);
    for (int i = PacketIndex.ITEMS; i < index[PacketIndex.END]; i += 2) {
      int key = index[i];
      int dash = Packet.dash(bytes, key);
      items.add(
          new Item(
              Wire.text(bytes, key),
              dash < 0 ? "" : factor(key, dash),
              dash < 0 ? "" : suffix(key, dash),
              Wire.text(bytes, index[i + 1])));
    }
    return Collections.unmodifiableList(items);
  }

  /**
   * Factor code to suffix to value, in order of appearance; where a value is repeated the last one
   * stands. Plain names such as DataTime are not in it.
   */
  public Map<String, Map<String, String>> factors() {
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    String factor = "";
    Map<String, String> values = Map.of();
    for (int i = PacketIndex.ITEMS; i < index[PacketIndex.END]; i += 2) {
      int key = index[i];
      int dash = Packet.dash(bytes, key);
      if (dash < 0) {
        continue;
      }
      if (!Wire.is(bytes, PacketIndex.range(PacketIndex.from(key), dash), factor)) {
        factor = factor(key, dash);
        values = factors.computeIfAbsent(factor, code -> new LinkedHashMap<>());
      }
      values.put(suffix(key, dash), Wire.text(bytes, index[i + 1]));
    }
    return Collections.unmodifiableMap(factors);
  }

  /**
   * The value of a whole name, the last where it is repeated. Case does not count: loggers write
   * {@code Recount} and {@code Ctime}. Present and empty for {@code name=}.
   */
  public Optional<String> text(String name) {
    for (int i = index[PacketIndex.END] - 2; i >= PacketIndex.ITEMS; i -= 2) {
      if (Wire.isAnyCase(bytes, index[i], name)) {
        return Optional.of(Wire.text(bytes, index[i + 1]));
      }
    }
    return Optional.empty();
  }

  /** All values of a whole name, in order; case does not count. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (int i = PacketIndex.ITEMS; i < index[PacketIndex.END]; i += 2) {
      if (Wire.isAnyCase(bytes, index[i], name)) {
        texts.add(Wire.text(bytes, index[i + 1]));
      }
    }
    return texts;
  }

  /** Whether a whole name is there; case does not count. */
  public boolean has(String name) {
    return text(name).isPresent();
  }

  /** What stands between {@code CP=&&} and {@code &&}, a copy. */
  public byte[] bytes() {
    return Arrays.copyOfRange(bytes, from(), to());
  }

  int from() {
    return PacketIndex.from(index[PacketIndex.CP]);
  }

  int to() {
    return PacketIndex.to(index[PacketIndex.CP]);
  }

  /** The value of a plain name, its case as given, the last where repeated; else empty. */
  String value(String name) {
    for (int i = index[PacketIndex.END] - 2; i >= PacketIndex.ITEMS; i -= 2) {
      if (Wire.is(bytes, index[i], name)) {
        return Wire.text(bytes, index[i + 1]);
      }
    }
    return "";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that
        && Arrays.equals(bytes, from(), to(), that.bytes, that.from(), that.to());
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from(); i < to(); i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder names = new StringBuilder("Parameters[");
    for (int i = PacketIndex.ITEMS; i < index[PacketIndex.END]; i += 2) {
      names.append(i == PacketIndex.ITEMS ? "" : " ").append(Wire.text(bytes, index[i]));
    }
    return names.append(']').toString();
  }

  private String factor(int key, int dash) {
    return Wire.text(bytes, PacketIndex.range(PacketIndex.from(key), dash));
  }

  private String suffix(int key, int dash) {
    return Suffixes.of(bytes, dash + 1, PacketIndex.to(key));
  }
}

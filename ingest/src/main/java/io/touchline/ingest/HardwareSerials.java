package io.touchline.ingest;

import io.touchline.hj212.Item;
import io.touchline.hj212.Packet;
import java.util.List;
import java.util.Set;

/**
 * The serials by which a new data logger (数采仪) of HJ 212-2025 names itself in 1001: i23005 the
 * logger, i23006 its CPU, i23007 and i23008 its network cards. The codes are known at second hand;
 * which suffix goes with them is not, so any is taken.
 */
final class HardwareSerials {

  private static final Set<String> CODES = Set.of("i23005", "i23006", "i23007", "i23008");
  private static final int LONGEST = 64;

  private HardwareSerials() {}

  /** In the order of their codes, at most one each; what is empty or over-long is left out. */
  static List<String> of(Packet packet) {
    return packet.items().stream()
        .filter(item -> CODES.contains(code(item)))
        .filter(item -> !item.value().isEmpty() && item.value().length() <= LONGEST)
        .sorted((one, other) -> code(one).compareTo(code(other)))
        .map(Item::value)
        .distinct()
        .limit(CODES.size())
        .toList();
  }

  private static String code(Item item) {
    return item.factor().isEmpty() ? item.key() : item.factor();
  }
}

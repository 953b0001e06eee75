package io.touchline.fleet.logger;

import java.util.ArrayList;
import java.util.List;

/**
 * News without data (通知), to be answered with 9013: 1013 asks for the time, 9015 is the heartbeat,
 * 1001 and 1014 are steps of a 2025 logger's join.
 *
 * @param systemCode ST where it is not the logger's own, null where it is. That 1001 and 9015 go
 *     out under 91 is second-hand: no text of the 2025 edition was at hand
 */
public record Notice(String commandCode, String systemCode, List<FactorFields> fields)
    implements Outgoing {

  private static final String INTERACTION = "91";

  public Notice {
    fields = List.copyOf(fields);
  }

  /** A logger whose clock may be off asks to be set (HJ 212-2017 C.4). */
  public static Notice timeSync() {
    return new Notice("1013", null, List.of());
  }

  /** HJ 212-2025 C.54. */
  public static Notice heartbeat() {
    return new Notice("9015", INTERACTION, List.of());
  }

  /** Hardware serials i23005 to i23008, as many as there are (HJ 212-2025 C.2). */
  static Notice serials(List<String> serials) {
    String[] names = {"i23005", "i23006", "i23007", "i23008"};
    List<FactorFields> fields = new ArrayList<>();
    for (int at = 0; at < Math.min(serials.size(), names.length); at++) {
      fields.add(new FactorFields(names[at], List.of("Info", serials.get(at))));
    }
    return new Notice("1001", INTERACTION, fields);
  }

  /**
   * Asks for a key (HJ 212-2025 C.7).
   *
   * @param created when the present key was made; a logger without one names the present time,
   *     which is our reading
   */
  static Notice wantsKey(String created) {
    return new Notice("1014", null, List.of(FactorFields.plain("SKCreateTime", created)));
  }
}

package io.touchline.app.registry;

import io.touchline.contract.StationDialect;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Edition;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Sm4Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Further columns of {@code outlets.csv}: how a data logger departs from the standard, and what the
 * centre may ask of it. An empty cell is the standard's way.
 */
final class DialectColumns {

  private static final int LONGEST_SERIAL = 64;

  private final Findings findings;
  private final Map<String, Row> bySerial = new HashMap<>();

  DialectColumns(Findings findings) {
    this.findings = findings;
  }

  /** Null where all of them are empty. */
  StationDialect read(Row row, String edition) {
    StationDialect dialect =
        new StationDialect(
            row.oneOf("check", CheckMode.class, null),
            row.oneOf("length", LengthMode.class, null),
            row.oneOf("stamp", StationDialect.Stamp.class, null),
            null,
            null,
            key(row, edition),
            serials(row),
            row.flag("sets_time"),
            row.flag("gives_history"));
    return dialect.equals(StationDialect.STANDARD) ? null : dialect;
  }

  /** What is wrong with a key is said without repeating it. */
  private String key(Row row, String edition) {
    String key = row.textOrNull("sm4_key");
    if (key == null) {
      return null;
    }
    try {
      Sm4Key.parse(key);
    } catch (IllegalArgumentException noKey) {
      findings.error(row, "sm4_key", "outlet.key");
      return null;
    }
    if (edition != null && !edition.equals(Edition.V2025.text())) {
      findings.warning(row, "sm4_key", "outlet.key.edition", edition);
    }
    return key;
  }

  private List<String> serials(Row row) {
    List<String> serials = new ArrayList<>();
    for (String cell : row.text("serials").split("\\|", -1)) {
      String serial = cell.strip();
      if (!serial.isEmpty() && isGood(row, serial)) {
        serials.add(serial);
      }
    }
    return serials.isEmpty() ? null : List.copyOf(serials);
  }

  private boolean isGood(Row row, String serial) {
    boolean sendable =
        serial.length() <= LONGEST_SERIAL
            && serial.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ';' && c != ',');
    if (!sendable) {
      findings.error(row, "serials", "outlet.serial", serial);
      return false;
    }
    Row earlier = bySerial.putIfAbsent(serial, row);
    if (earlier != null) {
      findings.error(row, "serials", "outlet.serial.twice", serial, Long.toString(earlier.line()));
      return false;
    }
    return true;
  }
}

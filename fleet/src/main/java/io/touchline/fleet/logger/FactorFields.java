package io.touchline.fleet.logger;

import java.util.List;

/**
 * What an upload says of one factor (监测因子).
 *
 * @param factor its code
 * @param suffixesAndValues in pairs, as they go out: {@code Avg, 12.3, Flag, N}
 */
public record FactorFields(String factor, List<String> suffixesAndValues) {

  public FactorFields {
    suffixesAndValues = List.copyOf(suffixesAndValues);
  }

  /** Bytes it takes in the command parameters, the separator before it included. */
  public int length() {
    int length = 0;
    for (int at = 0; at < suffixesAndValues.size(); at += 2) {
      // separator, factor, dash, suffix, equals sign, value
      length += 1 + factor.length() + 1 + suffixesAndValues.get(at).length();
      length += 1 + suffixesAndValues.get(at + 1).length();
    }
    return length;
  }
}

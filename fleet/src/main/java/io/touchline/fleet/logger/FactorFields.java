package io.touchline.fleet.logger;

import java.util.List;

/**
 * What an upload says of one factor (监测因子), or one plain field of the command parameters.
 *
 * @param factor its code, empty for a plain field
 * @param suffixesAndValues in pairs, as they go out: {@code Avg, 12.3, Flag, N}
 */
public record FactorFields(String factor, List<String> suffixesAndValues) {

  public FactorFields {
    suffixesAndValues = List.copyOf(suffixesAndValues);
  }

  /** A field without a factor: {@code RestartTime=20160801085624}. */
  public static FactorFields plain(String name, String value) {
    return new FactorFields("", List.of(name, value));
  }

  /** Bytes it takes in the command parameters, the separator before it included. */
  public int length() {
    int prefix = factor.isEmpty() ? 0 : factor.length() + 1;
    int length = 0;
    for (int at = 0; at < suffixesAndValues.size(); at += 2) {
      // separator, factor and dash, suffix, equals sign, value
      length += 1 + prefix + suffixesAndValues.get(at).length();
      length += 1 + suffixesAndValues.get(at + 1).length();
    }
    return length;
  }
}

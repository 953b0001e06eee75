package io.touchline.hj212.message;

import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.util.Map;
import java.util.Optional;

/**
 * What an upload says of one factor (监测因子) or device.
 *
 * @param code as sent: {@code a21026}, in 2005 {@code 02}, a device {@code SB1}, a noise level
 *     {@code Leq}
 * @param texts suffix to text, in order of appearance. Known suffixes in the standard's case,
 *     unknown ones as sent: {@code Avg}, {@code ZsAvg}, {@code Cou}, {@code Flag}
 */
public record FactorValues(String code, Map<String, String> texts) {

  private static final String DECIBEL = "dB";
  private static final String HOURS = "h";

  /** The row of the standard's tables, empty for a code that is in none, which is no fault. */
  public Optional<Factor> factor() {
    return FactorCatalogue.standard().find(code);
  }

  /** The value of a suffix, with its unit. */
  public Optional<FactorValue> value(String suffix) {
    return Optional.ofNullable(texts.get(suffix)).map(text -> new FactorValue(text, unit(suffix)));
  }

  /** The data flag (数据标记), one or two letters; empty where none was sent. */
  public Optional<String> flag() {
    return Optional.ofNullable(texts.get("Flag"));
  }

  private String unit(String suffix) {
    return switch (suffix) {
      case "Cou" -> factor().map(Factor::amountUnit).orElse("");
      case "RT" -> HOURS;
      case "Data", "DayData", "NightData" -> factor().map(Factor::unit).orElse(DECIBEL);
      case "Rtd", "Min", "Avg", "Max", "ZsRtd", "ZsMin", "ZsAvg", "ZsMax" -> measured();
      case "RawRtd", "RawMin", "RawAvg", "RawMax" -> measured();
      case "SampleRd", "StandardValue", "LowValue", "UpValue", "Ala" -> measured();
      default -> "";
    };
  }

  private String measured() {
    return factor().map(Factor::unit).orElse("");
  }
}

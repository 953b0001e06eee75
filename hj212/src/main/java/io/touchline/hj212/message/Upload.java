package io.touchline.hj212.message;

import io.touchline.hj212.DataTimes;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Data that a logger uploads. Values keep their decimal text; none is parsed until asked for.
 * DataTime is China time: the moment of sampling for 2011 and 2021, the start of the period for the
 * others, unless the station's profile says otherwise.
 */
public sealed interface Upload extends Known {

  default Optional<LocalDateTime> dataTime() {
    return Fields.DATA_TIME.in(parameters());
  }

  /** What is said of each factor, by its code as sent, in order of appearance. */
  default Map<String, FactorValues> factors() {
    Map<String, FactorValues> factors = new LinkedHashMap<>();
    parameters()
        .factors()
        .forEach((code, texts) -> factors.put(code, new FactorValues(code, texts)));
    return factors;
  }

  /**
   * The parameters of an upload: DataTime, then an item for each factor.
   *
   * @param factors factor code to suffix to value, in the order in which they are written
   */
  static Parameters fields(LocalDateTime dataTime, Map<String, Map<String, String>> factors) {
    PacketWriter writer = new PacketWriter().item("DataTime", Said.time(dataTime));
    factors.forEach(
        (code, values) -> {
          boolean first = true;
          for (Map.Entry<String, String> value : values.entrySet()) {
            String name = Said.plain("factor", code) + '-' + Said.plain("suffix", value.getKey());
            String text = Said.plain(name, value.getValue());
            if (first) {
              writer.item(name, text);
            } else {
              writer.and(name, text);
            }
            first = false;
          }
        });
    return writer.toParameters();
  }

  /** What is said of one factor. */
  default Optional<FactorValues> factor(String code) {
    return Optional.ofNullable(parameters().factors().get(code))
        .map(texts -> new FactorValues(code, texts));
  }

  /**
   * Pollutants, noise, process or electricity: 2011 real-time, 2051 minute, 2061 hour, 2031 day.
   * Noise has suffixes Data, DayData and NightData.
   *
   * @param type which of the four
   */
  record FactorUpload(MessageType type, Parameters parameters) implements Upload {
    public FactorUpload {
      switch (type) {
        case REALTIME, MINUTE, HOUR, DAY -> {}
        default -> throw new IllegalArgumentException(type + " is no upload of factors");
      }
    }
  }

  /**
   * 2013, of 2025: one raw measurement of an instrument that works in cycles. Beside the value
   * stand SampleTime, CompleteTime and SampleType; the names are at second hand.
   */
  record RawUpload(Parameters parameters) implements Upload {
    /** When the sample of a factor was taken. */
    public Optional<LocalDateTime> sampled(String code) {
      return time(code, "SampleTime");
    }

    /** When the measurement of a factor was done. */
    public Optional<LocalDateTime> completed(String code) {
      return time(code, "CompleteTime");
    }

    private Optional<LocalDateTime> time(String code, String suffix) {
      return parameters.text(code + '-' + suffix).flatMap(DataTimes::second);
    }

    @Override
    public MessageType type() {
      return MessageType.RAW;
    }
  }

  /** 2052, of 2025: a single noise measurement, {@code Leq-Data} and the like, in dB. */
  record NoiseUpload(Parameters parameters) implements Upload {
    @Override
    public MessageType type() {
      return MessageType.NOISE;
    }
  }

  /** 2062, of 2025: what a check against a standard sample gave. Names are at second hand. */
  record CheckUpload(Parameters parameters) implements Upload {
    /** Whether a factor passed: ResultType 1 passed, 0 failed; empty for anything else. */
    public Optional<Boolean> passed(String code) {
      return parameters
          .text(code + "-ResultType")
          .flatMap(FieldKinds::number)
          .filter(result -> result <= 1)
          .map(result -> result == 1);
    }

    /** What the instrument read. */
    public Optional<FactorValue> reading(String code) {
      return factor(code).flatMap(values -> values.value("SampleRd"));
    }

    /** What the sample holds. */
    public Optional<FactorValue> standard(String code) {
      return factor(code).flatMap(values -> values.value("StandardValue"));
    }

    @Override
    public MessageType type() {
      return MessageType.STANDARD_SAMPLE;
    }
  }

  /** 2111, of 2025: the furnace temperature as a mean of five minutes, end excluded. */
  record FurnaceUpload(Parameters parameters) implements Upload {
    /** In degrees Celsius, the factor a01901. */
    public Optional<FactorValue> temperature() {
      return factor("a01901").flatMap(values -> values.value("Avg"));
    }

    @Override
    public MessageType type() {
      return MessageType.FURNACE;
    }
  }

  /** 2021 to the centre: the state of the treatment plant, {@code SB1-RS}. */
  record StateUpload(Parameters parameters) implements Upload {
    /** Of a device such as {@code SB1}; empty where the standard has no such number. */
    public Optional<EquipmentState> state(String device) {
      return parameters.text(device + "-RS").flatMap(EquipmentState::of);
    }

    @Override
    public MessageType type() {
      return MessageType.STATE;
    }
  }

  /** 2041 to the centre: how many hours of the day the treatment plant ran, {@code SB1-RT}. */
  record RunningHours(Parameters parameters) implements Upload {
    /** Of a device such as {@code SB1}. */
    public Optional<BigDecimal> hours(String device) {
      return factor(device).flatMap(values -> values.value("RT")).flatMap(FactorValue::decimal);
    }

    @Override
    public MessageType type() {
      return MessageType.RUNNING_HOURS;
    }
  }
}

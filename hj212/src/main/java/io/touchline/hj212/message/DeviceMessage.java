package io.touchline.hj212.message;

import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a device: serial number, log, state, parameters. Each thing has an i-code, HJ
 * 212-2017 tables B.8 to B.10: {@code i11001} log, {@code i12001} state, {@code i13004} digestion
 * temperature. Text of a log stands between {@code //} and may be Chinese.
 */
public sealed interface DeviceMessage extends Known {

  /** The analyser that is meant, by its factor code; empty for the logger itself. */
  default Optional<String> polId() {
    return Fields.POL_ID.in(parameters());
  }

  /** 3019 to the logger. */
  record GetSerial(Parameters parameters) implements DeviceMessage {
    public static GetSerial of(String polId) {
      return Said.right(new GetSerial(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.GET_SERIAL;
    }
  }

  /** 3019 to the centre, asked for or not: {@code w01018-SN}. */
  record Serial(Parameters parameters) implements DeviceMessage {
    public static Serial of(String polId, String serial) {
      return new Serial(Said.fields("PolId", polId, polId + "-SN", serial));
    }

    public Optional<String> serial() {
      return Fields.SERIAL.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SERIAL;
    }
  }

  /** 3020 to the logger without times: a state or a parameter as it is now. */
  record GetDevice(Parameters parameters) implements DeviceMessage {
    public static GetDevice of(String polId, String infoId) {
      return Said.right(new GetDevice(Said.fields("PolId", polId, "InfoId", infoId)));
    }

    public Optional<String> infoId() {
      return Fields.INFO_ID.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.GET_DEVICE;
    }
  }

  /** 3020 to the logger with times: the log from begin to end, one upload an entry. */
  record GetDeviceLog(Parameters parameters) implements DeviceMessage {
    public static GetDeviceLog of(
        String polId, String infoId, LocalDateTime begin, LocalDateTime end) {
      return Said.right(
          new GetDeviceLog(
              Said.fields(
                  "PolId",
                  polId,
                  "InfoId",
                  infoId,
                  "BeginTime",
                  Said.time(begin),
                  "EndTime",
                  Said.time(end))));
    }

    public Optional<String> infoId() {
      return Fields.INFO_ID.in(parameters);
    }

    public Optional<LocalDateTime> begin() {
      return Fields.BEGIN_TIME.in(parameters);
    }

    public Optional<LocalDateTime> end() {
      return Fields.END_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.GET_DEVICE_LOG;
    }
  }

  /** 3020 to the centre, asked for or not: log, state or parameters. */
  record DeviceReport(Parameters parameters) implements DeviceMessage {
    /** One entry of a log; {@code text} may hold separators but no {@code //}. */
    public static DeviceReport log(
        LocalDateTime dataTime, String polId, String infoId, String text) {
      if (text.contains("//")) {
        throw new IllegalArgumentException("the text of a log must not hold //");
      }
      return new DeviceReport(
          new PacketWriter()
              .items(Said.fields("DataTime", Said.time(dataTime), "PolId", polId))
              .item(Said.plain("InfoId", infoId) + "-Info", "//" + text + "//")
              .toParameters());
    }

    /** One state or parameter. */
    public static DeviceReport of(
        LocalDateTime dataTime, String polId, String infoId, String value) {
      return new DeviceReport(
          Said.fields(
              "DataTime",
              Said.time(dataTime),
              "PolId",
              polId,
              Said.plain("InfoId", infoId) + "-Info",
              value));
    }

    public Optional<LocalDateTime> dataTime() {
      return Fields.DATA_TIME.in(parameters);
    }

    /** i-code to value, in order; the text of a log without its {@code //}. */
    public Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      parameters
          .factors()
          .forEach(
              (code, texts) -> {
                if (texts.containsKey("Info")) {
                  values.put(code, bare(texts.get("Info")));
                }
              });
      return values;
    }

    private static String bare(String text) {
      boolean log = text.length() >= 4 && text.startsWith("//") && text.endsWith("//");
      return log ? text.substring(2, text.length() - 2) : text;
    }

    @Override
    public MessageType type() {
      return MessageType.DEVICE;
    }
  }

  /** 3021 to the logger: set one parameter. */
  record SetDevice(Parameters parameters) implements DeviceMessage {
    public static SetDevice of(String polId, String infoId, String value) {
      return Said.right(
          new SetDevice(
              Said.fields(
                  "PolId",
                  polId,
                  "InfoId",
                  infoId,
                  Said.plain("InfoId", infoId) + "-Info",
                  value)));
    }

    public Optional<String> infoId() {
      return Fields.INFO_ID.in(parameters);
    }

    public Optional<String> value() {
      return Fields.INFO.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_DEVICE;
    }
  }
}

package io.touchline.hj212.message;

import io.touchline.hj212.DataTimes;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How a logger of 2025 joins and renews its key. All of it is at second hand: fields and examples
 * from open implementations that quote HJ 212-2025 C.2, C.3, C.7 and C.8; the order of the steps is
 * inferred.
 */
public sealed interface JoinMessage extends Known {

  /** 1001 to the centre: the logger's hardware. Its header may hold an empty MN. */
  record HardwareSerials(Parameters parameters) implements JoinMessage {
    public static HardwareSerials of(String loggerId, String cpuId, String mac1, String mac2) {
      return new HardwareSerials(
          Said.fields(
              "i23005-Info",
              loggerId,
              "i23006-Info",
              cpuId,
              "i23007-Info",
              mac1,
              "i23008-Info",
              mac2));
    }

    public Optional<String> loggerId() {
      return Fields.LOGGER_ID.in(parameters);
    }

    public Optional<String> cpuId() {
      return Fields.CPU_ID.in(parameters);
    }

    public Optional<String> mac1() {
      return Fields.MAC_1.in(parameters);
    }

    public Optional<String> mac2() {
      return Fields.MAC_2.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.HARDWARE_SERIALS;
    }
  }

  /** 1002 to the logger: the header's MN is its own from now on. */
  record SetDeviceId(Parameters parameters) implements JoinMessage {
    /** {@code loggerId} as the logger's 1001 gave it. */
    public static SetDeviceId of(String loggerId) {
      return Said.right(new SetDeviceId(Said.fields("i23005-Info", loggerId)));
    }

    public Optional<String> loggerId() {
      return Fields.LOGGER_ID.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_DEVICE_ID;
    }
  }

  /** 1014 to the centre: the logger asks for a new key. */
  record KeyRequest(Parameters parameters) implements JoinMessage {
    /** When the key in use was made. */
    public static KeyRequest of(LocalDateTime created) {
      return new KeyRequest(Said.fields("SKCreateTime", DataTimes.formatMilli(created)));
    }

    public Optional<LocalDateTime> created() {
      return Fields.SK_CREATE_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.KEY_REQUEST;
    }
  }

  /** 1014 to the logger: the key from now on. */
  record SetKey(Parameters parameters) implements JoinMessage {
    /** A key of 16 characters that a frame can carry. */
    public static SetKey of(LocalDateTime created, String key) {
      return Said.right(
          new SetKey(
              new PacketWriter()
                  .item("SKCreateTime", DataTimes.formatMilli(created))
                  .and("NewSK", Said.plain("NewSK", key))
                  .toParameters()));
    }

    public Optional<LocalDateTime> created() {
      return Fields.SK_CREATE_TIME.in(parameters);
    }

    public Optional<String> key() {
      return Fields.NEW_SK.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_KEY;
    }
  }
}

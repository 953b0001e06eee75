package io.touchline.hj212.message;

import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Clocks. With PolId the clock of that analyser is meant, without it the logger's own. Times are
 * China time, to the second.
 */
public sealed interface TimeMessage extends Known {

  /** The analyser that is meant, by its factor code; empty for the logger itself. */
  default Optional<String> polId() {
    return Fields.POL_ID.in(parameters());
  }

  /** 1011 to the logger. */
  record GetTime(Parameters parameters) implements TimeMessage {
    /** The logger's own clock. */
    public static final GetTime PLAIN = new GetTime(Parameters.NONE);

    public static GetTime of(String polId) {
      return Said.right(new GetTime(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.GET_TIME;
    }
  }

  /** 1011 to the centre. */
  record DeviceTime(Parameters parameters) implements TimeMessage {
    /** An empty {@code polId} for the logger's own clock. */
    public static DeviceTime of(String polId, LocalDateTime time) {
      return new DeviceTime(Said.fields("PolId", polId, "SystemTime", Said.time(time)));
    }

    public Optional<LocalDateTime> systemTime() {
      return Fields.SYSTEM_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.DEVICE_TIME;
    }
  }

  /** 1012 to the logger. */
  record SetTime(Parameters parameters) implements TimeMessage {
    /** An empty {@code polId} for the logger's own clock. */
    public static SetTime of(String polId, LocalDateTime time) {
      return Said.right(new SetTime(Said.fields("PolId", polId, "SystemTime", Said.time(time))));
    }

    public Optional<LocalDateTime> systemTime() {
      return Fields.SYSTEM_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_TIME;
    }
  }

  /** 1013 to the centre: the logger, or an analyser of it, asks to be told the time. */
  record TimeRequest(Parameters parameters) implements TimeMessage {
    public static final TimeRequest PLAIN = new TimeRequest(Parameters.NONE);

    public static TimeRequest of(String polId) {
      return new TimeRequest(Said.fields("PolId", polId));
    }

    @Override
    public MessageType type() {
      return MessageType.TIME_REQUEST;
    }
  }

  /** 2081 to the centre: when the logger was last started. */
  record StartTime(Parameters parameters) implements TimeMessage {
    public static StartTime of(LocalDateTime dataTime, LocalDateTime restartTime) {
      return new StartTime(
          Said.fields("DataTime", Said.time(dataTime), "RestartTime", Said.time(restartTime)));
    }

    public Optional<LocalDateTime> dataTime() {
      return Fields.DATA_TIME.in(parameters);
    }

    public Optional<LocalDateTime> restartTime() {
      return Fields.RESTART_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.START_TIME;
    }
  }
}

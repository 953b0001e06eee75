package io.touchline.hj212.message;

import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the centre asks of uploads: those of a time past, and the start and stop of running ones.
 */
public sealed interface SeriesRequest extends Known {

  /**
   * Data of a time past, to the logger: 2013, 2031, 2041, 2051, 2052, 2061, 2062, 2071, and of 2025
   * also 2011. One upload a period comes, both bounds included; begin = end asks for one period.
   *
   * @param type one of those whose dialog is {@link Dialog#HISTORY}, the device log excepted
   */
  record HistoryRequest(MessageType type, Parameters parameters) implements SeriesRequest {
    public HistoryRequest {
      if (type.dialog() != Dialog.HISTORY || type == MessageType.GET_DEVICE_LOG) {
        throw new IllegalArgumentException(type + " is no request for history");
      }
    }

    /** Of begin to end, China time. */
    public static HistoryRequest of(MessageType type, LocalDateTime begin, LocalDateTime end) {
      return Said.right(
          new HistoryRequest(
              type, Said.fields("BeginTime", Said.time(begin), "EndTime", Said.time(end))));
    }

    public Optional<LocalDateTime> begin() {
      return Fields.BEGIN_TIME.in(parameters);
    }

    public Optional<LocalDateTime> end() {
      return Fields.END_TIME.in(parameters);
    }
  }

  /** 2011 to the logger, without times: send real-time data from now on. */
  record StartRealtime(Parameters parameters) implements SeriesRequest {
    public static final StartRealtime PLAIN = new StartRealtime(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.START_REALTIME;
    }
  }

  /** 2012 to the logger: send no more real-time data. A notice: 9013 is all that comes. */
  record StopRealtime(Parameters parameters) implements SeriesRequest {
    public static final StopRealtime PLAIN = new StopRealtime(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.STOP_REALTIME;
    }
  }

  /** 2021 to the logger: send the state of the treatment plant from now on. */
  record StartState(Parameters parameters) implements SeriesRequest {
    public static final StartState PLAIN = new StartState(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.START_STATE;
    }
  }

  /** 2022 to the logger: send no more state. A notice: 9013 is all that comes. */
  record StopState(Parameters parameters) implements SeriesRequest {
    public static final StopState PLAIN = new StopState(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.STOP_STATE;
    }
  }
}

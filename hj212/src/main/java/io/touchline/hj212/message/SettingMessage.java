package io.touchline.hj212.message;

import io.touchline.hj212.Parameters;
import java.util.Optional;

/** How the logger talks: time-outs, intervals, password. */
public sealed interface SettingMessage extends Known {

  /** 1000 to the logger: how long it waits for an answer, and how often it sends again. */
  record SetTimeout(Parameters parameters) implements SettingMessage {
    /** Seconds and a count. */
    public static SetTimeout of(int overTime, int reCount) {
      return Said.right(
          new SetTimeout(
              Said.fields(
                  "OverTime", Integer.toString(overTime), "ReCount", Integer.toString(reCount))));
    }

    /** In seconds. */
    public Optional<Integer> overTime() {
      return Fields.OVER_TIME.in(parameters);
    }

    public Optional<Integer> reCount() {
      return Fields.RE_COUNT.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_TIMEOUT;
    }
  }

  /** 1061 to the logger. */
  record GetRealtimeInterval(Parameters parameters) implements SettingMessage {
    public static final GetRealtimeInterval PLAIN = new GetRealtimeInterval(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.GET_REALTIME_INTERVAL;
    }
  }

  /** 1061 to the centre. */
  record RealtimeInterval(Parameters parameters) implements SettingMessage {
    public static RealtimeInterval of(int seconds) {
      return new RealtimeInterval(Said.fields("RtdInterval", Integer.toString(seconds)));
    }

    public Optional<Integer> seconds() {
      return Fields.RTD_INTERVAL.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.REALTIME_INTERVAL;
    }
  }

  /** 1062 to the logger. */
  record SetRealtimeInterval(Parameters parameters) implements SettingMessage {
    public static SetRealtimeInterval of(int seconds) {
      return Said.right(
          new SetRealtimeInterval(Said.fields("RtdInterval", Integer.toString(seconds))));
    }

    public Optional<Integer> seconds() {
      return Fields.RTD_INTERVAL.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_REALTIME_INTERVAL;
    }
  }

  /** 1063 to the logger; not in 2005. */
  record GetMinuteInterval(Parameters parameters) implements SettingMessage {
    public static final GetMinuteInterval PLAIN = new GetMinuteInterval(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.GET_MINUTE_INTERVAL;
    }
  }

  /** 1063 to the centre. */
  record MinuteInterval(Parameters parameters) implements SettingMessage {
    public static MinuteInterval of(int minutes) {
      return new MinuteInterval(Said.fields("MinInterval", Integer.toString(minutes)));
    }

    public Optional<Integer> minutes() {
      return Fields.MIN_INTERVAL.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.MINUTE_INTERVAL;
    }
  }

  /** 1064 to the logger; not in 2005. */
  record SetMinuteInterval(Parameters parameters) implements SettingMessage {
    public static SetMinuteInterval of(int minutes) {
      return Said.right(
          new SetMinuteInterval(Said.fields("MinInterval", Integer.toString(minutes))));
    }

    public Optional<Integer> minutes() {
      return Fields.MIN_INTERVAL.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_MINUTE_INTERVAL;
    }
  }

  /** 1072 to the logger. The field is NewPW since 2017, PW in 2005; both are read. */
  record SetPassword(Parameters parameters) implements SettingMessage {
    public static SetPassword of(String password) {
      return Said.right(new SetPassword(Said.fields("NewPW", password)));
    }

    /** As a logger of 2005 wants it. */
    public static SetPassword of2005(String password) {
      return Said.right(new SetPassword(Said.fields("PW", password)));
    }

    public Optional<String> password() {
      return Fields.NEW_PW.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_PASSWORD;
    }
  }
}

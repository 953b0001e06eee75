package io.touchline.hj212.message;

import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Alarms and the daily report of the 2005 edition, which later ones dropped. Fields are from
 * dialogs of its appendix C as an open implementation quotes them; the text was not at hand.
 */
public sealed interface AlarmMessage extends Known {

  /** 1001 to the logger: how long a limit must be passed before it is an alarm. */
  record SetAlarmTime(Parameters parameters) implements AlarmMessage {
    public static SetAlarmTime of(int warnTime) {
      return Said.right(new SetAlarmTime(Said.fields("WarnTime", Integer.toString(warnTime))));
    }

    public Optional<Integer> warnTime() {
      return Fields.WARN_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_ALARM_TIME;
    }
  }

  /** 1021 to the logger. */
  record GetAlarmLimits(Parameters parameters) implements AlarmMessage {
    public static GetAlarmLimits of(List<String> polIds) {
      PacketWriter writer = new PacketWriter();
      polIds.forEach(polId -> writer.item("PolId", Said.plain("PolId", polId)));
      return Said.right(new GetAlarmLimits(writer.toParameters()));
    }

    /** The factors that are asked for. */
    public List<String> polIds() {
      return Fields.POL_ID.all(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.GET_ALARM_LIMITS;
    }
  }

  /** 1021 to the centre: of each factor LowValue and UpValue. */
  record AlarmLimits(Parameters parameters) implements AlarmMessage {
    /** Factor code to suffix to text. */
    public Map<String, Map<String, String>> limits() {
      return parameters.factors();
    }

    @Override
    public MessageType type() {
      return MessageType.ALARM_LIMITS;
    }
  }

  /** 1022 to the logger. */
  record SetAlarmLimits(Parameters parameters) implements AlarmMessage {
    /** One factor's limits, decimal text. */
    public static SetAlarmLimits of(String factor, String low, String up) {
      return Said.right(
          new SetAlarmLimits(
              new PacketWriter()
                  .factor(
                      Said.plain("PolId", factor),
                      "LowValue",
                      Said.plain("LowValue", low),
                      "UpValue",
                      Said.plain("UpValue", up))
                  .toParameters()));
    }

    /** Factor code to suffix to text. */
    public Map<String, Map<String, String>> limits() {
      return parameters.factors();
    }

    @Override
    public MessageType type() {
      return MessageType.SET_ALARM_LIMITS;
    }
  }

  /** 1031 to the logger. */
  record GetAlarmTarget(Parameters parameters) implements AlarmMessage {
    public static final GetAlarmTarget PLAIN = new GetAlarmTarget(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.GET_ALARM_TARGET;
    }
  }

  /** 1031 to the centre: whom the logger tells, a telephone number or an address. */
  record AlarmTarget(Parameters parameters) implements AlarmMessage {
    public static AlarmTarget of(String target) {
      return new AlarmTarget(Said.fields("AlarmTarget", target));
    }

    public Optional<String> target() {
      return Fields.ALARM_TARGET.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.ALARM_TARGET;
    }
  }

  /** 1032 to the logger. */
  record SetAlarmTarget(Parameters parameters) implements AlarmMessage {
    public static SetAlarmTarget of(String target) {
      return Said.right(new SetAlarmTarget(Said.fields("AlarmTarget", target)));
    }

    public Optional<String> target() {
      return Fields.ALARM_TARGET.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_ALARM_TARGET;
    }
  }

  /** 1041 to the logger. */
  record GetReportTime(Parameters parameters) implements AlarmMessage {
    public static final GetReportTime PLAIN = new GetReportTime(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.GET_REPORT_TIME;
    }
  }

  /** 1041 to the centre: when the logger sends the day's data, four digits hhmm. */
  record ReportTime(Parameters parameters) implements AlarmMessage {
    public static ReportTime of(String hhmm) {
      return new ReportTime(Said.fields("ReportTime", hhmm));
    }

    public Optional<String> hhmm() {
      return Fields.REPORT_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.REPORT_TIME;
    }
  }

  /** 1042 to the logger. */
  record SetReportTime(Parameters parameters) implements AlarmMessage {
    public static SetReportTime of(String hhmm) {
      return Said.right(new SetReportTime(Said.fields("ReportTime", hhmm)));
    }

    public Optional<String> hhmm() {
      return Fields.REPORT_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_REPORT_TIME;
    }
  }

  /** 2071 to the centre: one alarm of a time past, asked for by a history request. */
  record AlarmUpload(Parameters parameters) implements AlarmMessage {
    public Optional<LocalDateTime> dataTime() {
      return Fields.DATA_TIME.in(parameters);
    }

    /** Factor code to suffix to text; the value that gave the alarm is Ala. */
    public Map<String, Map<String, String>> factors() {
      return parameters.factors();
    }

    @Override
    public MessageType type() {
      return MessageType.ALARM_RECORDS;
    }
  }

  /** 2072 to the centre: an alarm now. A notice. */
  record AlarmEvent(Parameters parameters) implements AlarmMessage {
    public Optional<LocalDateTime> alarmTime() {
      return Fields.ALARM_TIME.in(parameters);
    }

    /** The number as sent; what it stands for is in no copy at hand. */
    public Optional<Integer> alarmType() {
      return Fields.ALARM_TYPE.in(parameters);
    }

    /** Factor code to suffix to text; the value that gave the alarm is Ala. */
    public Map<String, Map<String, String>> factors() {
      return parameters.factors();
    }

    @Override
    public MessageType type() {
      return MessageType.ALARM;
    }
  }
}

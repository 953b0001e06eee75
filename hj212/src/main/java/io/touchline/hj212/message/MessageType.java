package io.touchline.hj212.message;

import static io.touchline.hj212.message.Dialog.GET;
import static io.touchline.hj212.message.Dialog.HISTORY;
import static io.touchline.hj212.message.Dialog.NOTICE;
import static io.touchline.hj212.message.Dialog.SET;
import static io.touchline.hj212.message.Dialog.START;
import static io.touchline.hj212.message.Dialog.UPLOAD;
import static io.touchline.hj212.message.Shapes.ALL;
import static io.touchline.hj212.message.Shapes.ANALYSER;
import static io.touchline.hj212.message.Shapes.DOWN;
import static io.touchline.hj212.message.Shapes.EITHER;
import static io.touchline.hj212.message.Shapes.ONLY_2005;
import static io.touchline.hj212.message.Shapes.ONLY_2017;
import static io.touchline.hj212.message.Shapes.ONLY_2025;
import static io.touchline.hj212.message.Shapes.PERIOD;
import static io.touchline.hj212.message.Shapes.SINCE_2017;
import static io.touchline.hj212.message.Shapes.UP;

import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The table of messages: command code, ways, what is due after it, editions, type, fields. HJ
 * 212-2017 table 9 and appendix C; what is of 2005 or of 2025 alone is at second hand. 3014 to 3017
 * are in no list of 2025 commands seen so far.
 *
 * <p>Editions say where the standard has a message, not where it may be met: one that comes in
 * another edition's frame is read all the same.
 */
@SuppressWarnings("ImmutableEnumChecker") // no field is written to, or handed out to be written
public enum MessageType {
  REQUEST_ANSWER("9011", UP, Dialog.ANSWER, ALL, Interaction.RequestAnswer::new, Shapes.QN_RTN),
  RESULT("9012", UP, Dialog.ANSWER, ALL, Interaction.ExecutionResult::new, Shapes.EXE_RTN),
  NOTICE_ANSWER("9013", EITHER, Dialog.ANSWER, ALL, Interaction.NoticeAnswer::new),
  DATA_REPLY("9014", EITHER, Dialog.ANSWER, ALL, Interaction.DataReply::new),
  HEARTBEAT("9015", UP, NOTICE, ONLY_2025, Interaction.Heartbeat::new),
  LOGIN("9021", UP, Dialog.LOGIN, ONLY_2005, Interaction.Login::new),
  LOGIN_ANSWER("9022", DOWN, Dialog.ANSWER, ONLY_2005, Interaction.LoginAnswer::new),

  SET_TIMEOUT("1000", DOWN, SET, ALL, SettingMessage.SetTimeout::new, Shapes.TIMEOUT),
  GET_REALTIME_INTERVAL("1061", DOWN, GET, ALL, SettingMessage.GetRealtimeInterval::new),
  REALTIME_INTERVAL("1061", UP, UPLOAD, ALL, SettingMessage.RealtimeInterval::new, Shapes.RTD),
  SET_REALTIME_INTERVAL(
      "1062", DOWN, SET, ALL, SettingMessage.SetRealtimeInterval::new, Shapes.RTD),
  GET_MINUTE_INTERVAL("1063", DOWN, GET, SINCE_2017, SettingMessage.GetMinuteInterval::new),
  MINUTE_INTERVAL(
      "1063", UP, UPLOAD, SINCE_2017, SettingMessage.MinuteInterval::new, Shapes.MINUTES),
  SET_MINUTE_INTERVAL(
      "1064", DOWN, SET, SINCE_2017, SettingMessage.SetMinuteInterval::new, Shapes.MINUTES),
  SET_PASSWORD("1072", DOWN, SET, ALL, SettingMessage.SetPassword::new, Shapes.PASSWORD),

  GET_TIME("1011", DOWN, GET, ALL, TimeMessage.GetTime::new, Shapes.OWN_OR_ANALYSER),
  DEVICE_TIME("1011", UP, UPLOAD, ALL, TimeMessage.DeviceTime::new, Shapes.CLOCK),
  SET_TIME("1012", DOWN, SET, ALL, TimeMessage.SetTime::new, Shapes.CLOCK),
  TIME_REQUEST(
      "1013", UP, NOTICE, SINCE_2017, TimeMessage.TimeRequest::new, Shapes.OWN_OR_ANALYSER),
  START_TIME("2081", UP, UPLOAD, SINCE_2017, TimeMessage.StartTime::new, Shapes.RESTART),

  HARDWARE_SERIALS("1001", UP, NOTICE, ONLY_2025, JoinMessage.HardwareSerials::new, Shapes.SERIALS),
  SET_DEVICE_ID("1002", DOWN, SET, ONLY_2025, JoinMessage.SetDeviceId::new, Shapes.LOGGER),
  KEY_REQUEST("1014", UP, NOTICE, ONLY_2025, JoinMessage.KeyRequest::new, Shapes.KEY_AGE),
  SET_KEY("1014", DOWN, SET, ONLY_2025, JoinMessage.SetKey::new, Shapes.KEY),

  START_REALTIME("2011", DOWN, START, ALL, SeriesRequest.StartRealtime::new),
  REALTIME_HISTORY("2011", DOWN, HISTORY, ONLY_2025, SeriesRequest.HistoryRequest::new, PERIOD),
  STOP_REALTIME("2012", DOWN, NOTICE, ALL, SeriesRequest.StopRealtime::new),
  RAW_HISTORY("2013", DOWN, HISTORY, ONLY_2025, SeriesRequest.HistoryRequest::new, PERIOD),
  START_STATE("2021", DOWN, START, ALL, SeriesRequest.StartState::new),
  STOP_STATE("2022", DOWN, NOTICE, ALL, SeriesRequest.StopState::new),
  DAY_HISTORY("2031", DOWN, HISTORY, ALL, SeriesRequest.HistoryRequest::new, PERIOD),
  HOURS_HISTORY("2041", DOWN, HISTORY, ALL, SeriesRequest.HistoryRequest::new, PERIOD),
  MINUTE_HISTORY("2051", DOWN, HISTORY, ALL, SeriesRequest.HistoryRequest::new, PERIOD),
  NOISE_HISTORY("2052", DOWN, HISTORY, ONLY_2025, SeriesRequest.HistoryRequest::new, PERIOD),
  HOUR_HISTORY("2061", DOWN, HISTORY, ALL, SeriesRequest.HistoryRequest::new, PERIOD),
  CHECK_HISTORY("2062", DOWN, HISTORY, ONLY_2025, SeriesRequest.HistoryRequest::new, PERIOD),
  ALARM_HISTORY("2071", DOWN, HISTORY, ONLY_2005, SeriesRequest.HistoryRequest::new, PERIOD),

  REALTIME("2011", UP, UPLOAD, ALL, Upload.FactorUpload::new, Shapes.DATED),
  RAW("2013", UP, UPLOAD, ONLY_2025, Upload.RawUpload::new, Shapes.DATED),
  STATE("2021", UP, UPLOAD, ALL, Upload.StateUpload::new, Shapes.DATED),
  DAY("2031", UP, UPLOAD, ALL, Upload.FactorUpload::new, Shapes.DATED),
  RUNNING_HOURS("2041", UP, UPLOAD, ALL, Upload.RunningHours::new, Shapes.DATED),
  MINUTE("2051", UP, UPLOAD, ALL, Upload.FactorUpload::new, Shapes.DATED),
  NOISE("2052", UP, UPLOAD, ONLY_2025, Upload.NoiseUpload::new, Shapes.DATED),
  HOUR("2061", UP, UPLOAD, ALL, Upload.FactorUpload::new, Shapes.DATED),
  STANDARD_SAMPLE("2062", UP, UPLOAD, ONLY_2025, Upload.CheckUpload::new, Shapes.DATED),
  FURNACE("2111", UP, UPLOAD, ONLY_2025, Upload.FurnaceUpload::new, Shapes.DATED),

  SET_ALARM_TIME("1001", DOWN, SET, ONLY_2005, AlarmMessage.SetAlarmTime::new, Shapes.WARN),
  GET_ALARM_LIMITS(
      "1021", DOWN, GET, ONLY_2005, AlarmMessage.GetAlarmLimits::new, Shapes.ANALYSERS),
  ALARM_LIMITS("1021", UP, UPLOAD, ONLY_2005, AlarmMessage.AlarmLimits::new, Shapes.LIMITS),
  SET_ALARM_LIMITS(
      "1022", DOWN, SET, ONLY_2005, AlarmMessage.SetAlarmLimits::new, Shapes.NEW_LIMITS),
  GET_ALARM_TARGET("1031", DOWN, GET, ONLY_2005, AlarmMessage.GetAlarmTarget::new),
  ALARM_TARGET("1031", UP, UPLOAD, ONLY_2005, AlarmMessage.AlarmTarget::new, Shapes.TARGET),
  SET_ALARM_TARGET("1032", DOWN, SET, ONLY_2005, AlarmMessage.SetAlarmTarget::new, Shapes.TARGET),
  GET_REPORT_TIME("1041", DOWN, GET, ONLY_2005, AlarmMessage.GetReportTime::new),
  REPORT_TIME("1041", UP, UPLOAD, ONLY_2005, AlarmMessage.ReportTime::new, Shapes.REPORT),
  SET_REPORT_TIME("1042", DOWN, SET, ONLY_2005, AlarmMessage.SetReportTime::new, Shapes.REPORT),
  ALARM_RECORDS("2071", UP, UPLOAD, ONLY_2005, AlarmMessage.AlarmUpload::new, Shapes.DATED),
  ALARM("2072", UP, NOTICE, ONLY_2005, AlarmMessage.AlarmEvent::new, Shapes.ALARM_NOW),

  CALIBRATE("3011", DOWN, SET, ALL, ControlMessage.Calibrate::new, Shapes.CALIBRATION),
  SAMPLE_NOW("3012", DOWN, SET, ALL, ControlMessage.SampleNow::new, ANALYSER),
  CLEAN("3013", DOWN, SET, ALL, ControlMessage.Clean::new, ANALYSER),
  COMPARE_SAMPLING("3014", DOWN, SET, ONLY_2017, ControlMessage.CompareSampling::new, ANALYSER),
  SET_SAMPLING_TIMES(
      "3014", DOWN, SET, ONLY_2005, ControlMessage.SetSamplingTimes::new, Shapes.HOURS_OF_DAY),
  RETAIN_SAMPLE("3022", DOWN, SET, ONLY_2025, ControlMessage.RetainSample::new, ANALYSER),
  START_CHECK("3024", DOWN, SET, ONLY_2025, ControlMessage.StartCheck::new, ANALYSER),

  KEEP_SAMPLE("3015", DOWN, GET, ONLY_2017, SamplingMessage.KeepSample::new),
  KEPT_SAMPLE("3015", UP, UPLOAD, ONLY_2017, SamplingMessage.KeptSample::new, Shapes.VASE),
  SET_SAMPLING_PERIOD(
      "3016", DOWN, SET, ONLY_2017, SamplingMessage.SetSamplingPeriod::new, Shapes.SAMPLING),
  GET_SAMPLING_PERIOD(
      "3017", DOWN, GET, ONLY_2017, SamplingMessage.GetSamplingPeriod::new, ANALYSER),
  SAMPLING_PERIOD(
      "3017", UP, UPLOAD, ONLY_2017, SamplingMessage.SamplingPeriod::new, Shapes.SAMPLING),
  GET_SAMPLE_DELAY("3018", DOWN, GET, SINCE_2017, SamplingMessage.GetSampleDelay::new, ANALYSER),
  SAMPLE_DELAY("3018", UP, UPLOAD, SINCE_2017, SamplingMessage.SampleDelay::new, Shapes.DELAY),

  GET_SERIAL("3019", DOWN, GET, SINCE_2017, DeviceMessage.GetSerial::new, ANALYSER),
  SERIAL("3019", UP, UPLOAD, SINCE_2017, DeviceMessage.Serial::new, Shapes.SERIAL_OF),
  GET_DEVICE("3020", DOWN, GET, SINCE_2017, DeviceMessage.GetDevice::new, Shapes.ASKED),
  GET_DEVICE_LOG(
      "3020", DOWN, HISTORY, SINCE_2017, DeviceMessage.GetDeviceLog::new, Shapes.ASKED_LOG),
  DEVICE("3020", UP, UPLOAD, SINCE_2017, DeviceMessage.DeviceReport::new, Shapes.REPORTED),
  SET_DEVICE("3021", DOWN, SET, SINCE_2017, DeviceMessage.SetDevice::new, Shapes.SET_INFO);

  private static final MessageType[] ALL_TYPES = values();

  private final CommandCode code;
  private final Set<Direction> ways;
  private final Dialog dialog;
  private final Set<Edition> editions;
  private final BiFunction<MessageType, Parameters, Known> maker;
  private final List<FieldUse> shape;

  MessageType(
      String cn,
      Set<Direction> ways,
      Dialog dialog,
      Set<Edition> editions,
      Function<Parameters, Known> maker,
      FieldUse... shape) {
    this(cn, ways, dialog, editions, (type, parameters) -> maker.apply(parameters), shape);
  }

  /** For records that stand for several rows and so hold their type. */
  MessageType(
      String cn,
      Set<Direction> ways,
      Dialog dialog,
      Set<Edition> editions,
      BiFunction<MessageType, Parameters, Known> maker,
      FieldUse... shape) {
    this.code = CommandCode.of(cn).orElseThrow();
    this.ways = ways;
    this.dialog = dialog;
    this.editions = editions;
    this.maker = maker;
    this.shape = List.of(shape);
  }

  /**
   * The row of a code. A code that means two things the same way is told apart by edition (3014) or
   * by a time that is asked for (2011, 3020).
   *
   * @param timed whether BeginTime is there
   */
  static Optional<MessageType> find(
      String cn, Direction direction, Edition edition, boolean timed) {
    MessageType found = null;
    for (MessageType type : ALL_TYPES) {
      if (type.goes(cn, direction) && (found == null || type.fits(edition, timed))) {
        found = type;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Whether this row is the better one of two with the same code and way. */
  private boolean fits(Edition edition, boolean timed) {
    return dialog == HISTORY ? timed : editions.contains(edition);
  }

  private boolean goes(String cn, Direction direction) {
    return code.cn().equals(cn) && ways.contains(direction);
  }

  /** The command code on the wire. */
  public CommandCode code() {
    return code;
  }

  /** Which ways it goes. */
  public Set<Direction> directions() {
    return Collections.unmodifiableSet(ways);
  }

  /** What is due after it. */
  public Dialog dialog() {
    return dialog;
  }

  /** The editions whose standard has it. */
  public Set<Edition> editions() {
    return Collections.unmodifiableSet(editions);
  }

  /** Its fields by an edition, in the order of the standard; further ones may come. */
  public List<Field<?>> fields(Edition edition) {
    return shape.stream().filter(use -> use.isOf(edition)).<Field<?>>map(FieldUse::field).toList();
  }

  /** A message of this type; any fields will do. */
  public Known message(Parameters parameters) {
    return maker.apply(this, parameters);
  }

  List<FieldUse> shape() {
    return shape;
  }

  List<Fault> faults(Parameters parameters, Edition edition) {
    return Faults.of(shape, parameters, edition);
  }
}

package io.touchline.hj212;

import java.util.Optional;

/**
 * The command codes (命令编码 CN) that the centre meets: HJ 212-2017 table 9, with those of the 2005
 * and 2025 editions. The list is open: loggers use private codes, and a code that is not here
 * passes like any other.
 */
public enum CommandCode {
  SET_TIMEOUT("1000", Kind.REQUEST, "set timeout and retries", "设置超时时间及重发次数"),
  JOIN_2025(
      "1001",
      Kind.NOTICE_2025,
      "logger hardware serials; in 2005 set alarm time",
      "上传数采仪硬件编号；2005版：设置报警时间"),
  SET_MN("1002", Kind.REQUEST, "set the device id", "设置数采仪唯一标识"),
  DEVICE_TIME("1011", Kind.UPLOAD, "device time", "提取/上传现场机时间"),
  SET_TIME("1012", Kind.REQUEST, "set device time", "设置现场机时间"),
  TIME_SYNC("1013", Kind.NOTICE, "device asks for time", "现场机时间校准请求"),
  NEW_KEY("1014", Kind.NOTICE_2025, "key exchange", "密钥更新"),
  ALARM_LIMITS("1021", Kind.UPLOAD, "alarm limits (2005)", "提取/上传污染物报警门限值"),
  SET_ALARM_LIMITS("1022", Kind.REQUEST, "set alarm limits (2005)", "设置污染物报警门限值"),
  ALARM_TARGET("1031", Kind.UPLOAD, "alarm target (2005)", "提取/上传上位机报警目标地址"),
  SET_ALARM_TARGET("1032", Kind.REQUEST, "set alarm target (2005)", "设置上位机报警目标地址"),
  REPORT_TIME("1041", Kind.UPLOAD, "time of the daily report (2005)", "提取/上传数据上报时间"),
  SET_REPORT_TIME("1042", Kind.REQUEST, "set time of the daily report (2005)", "设置数据上报时间"),
  REALTIME_INTERVAL("1061", Kind.UPLOAD, "real-time interval", "提取/上传实时数据间隔"),
  SET_REALTIME_INTERVAL("1062", Kind.REQUEST, "set real-time interval", "设置实时数据间隔"),
  MINUTE_INTERVAL("1063", Kind.UPLOAD, "minute interval", "提取/上传分钟数据间隔"),
  SET_MINUTE_INTERVAL("1064", Kind.REQUEST, "set minute interval", "设置分钟数据间隔"),
  SET_PASSWORD("1072", Kind.REQUEST, "set password", "设置访问密码"),
  REALTIME("2011", Kind.UPLOAD, "real-time data", "实时数据"),
  STOP_REALTIME("2012", Kind.REQUEST, "stop real-time data", "停止察看实时数据"),
  RAW("2013", Kind.UPLOAD, "raw periodic measurements", "周期测量原始数据"),
  STATE("2021", Kind.UPLOAD, "treatment-plant state", "治理设施运行状态"),
  STOP_STATE("2022", Kind.REQUEST, "stop treatment-plant state", "停止察看治理设施运行状态"),
  DAY("2031", Kind.UPLOAD, "day data", "日历史数据"),
  RUNNING_HOURS("2041", Kind.UPLOAD, "day running hours of treatment plant", "治理设施日运行时间"),
  MINUTE("2051", Kind.UPLOAD, "minute data", "分钟数据"),
  NOISE("2052", Kind.UPLOAD, "single noise measurement", "噪声单次测量数据"),
  HOUR("2061", Kind.UPLOAD, "hour data", "小时数据"),
  STANDARD_SAMPLE("2062", Kind.UPLOAD, "automatic standard-sample check", "自动标样核查数据"),
  ALARM_RECORDS("2071", Kind.UPLOAD, "alarm records", "报警记录"),
  ALARM("2072", Kind.NOTICE, "alarm event", "报警事件"),
  START_TIME("2081", Kind.UPLOAD, "logger start time", "数采仪开机时间"),
  FURNACE("2111", Kind.UPLOAD, "furnace temperature, five-minute mean", "炉膛温度五分钟均值"),
  CALIBRATE("3011", Kind.REQUEST, "zero or span calibration", "零点/量程校准"),
  SAMPLE_NOW("3012", Kind.REQUEST, "sample now", "即时采样"),
  CLEAN("3013", Kind.REQUEST, "clean or blow back", "启动清洗/反吹"),
  COMPARE(
      "3014", Kind.REQUEST, "comparison sampling; in 2005 set sampling times", "比对采样；2005版：设置采样时间"),
  EXCEEDANCE_SAMPLE("3015", Kind.UPLOAD, "over-limit sample", "超标留样"),
  SET_SAMPLING("3016", Kind.REQUEST, "set sampling period", "设置采样时间周期"),
  SAMPLING("3017", Kind.UPLOAD, "sampling period", "提取/上传采样时间周期"),
  SAMPLE_DELAY("3018", Kind.UPLOAD, "time from sampling to result", "出样时间"),
  SERIAL("3019", Kind.UPLOAD, "instrument serial number", "设备唯一标识"),
  DEVICE_INFO("3020", Kind.UPLOAD, "device information", "现场机信息"),
  SET_DEVICE("3021", Kind.REQUEST, "set device parameter", "设置现场机参数"),
  RETAIN_SAMPLE("3022", Kind.REQUEST, "take a retained sample", "即时留样"),
  START_CHECK("3024", Kind.REQUEST, "start standard-sample check", "启动标样核查"),
  REQUEST_ANSWER("9011", Kind.ANSWER, "request answer", "请求应答"),
  RESULT("9012", Kind.ANSWER, "execution result", "执行结果"),
  NOTICE_ANSWER("9013", Kind.ANSWER, "notice answer", "通知应答"),
  DATA_REPLY("9014", Kind.ANSWER, "data reply", "数据应答"),
  HEARTBEAT("9015", Kind.NOTICE, "heartbeat", "心跳"),
  LOGIN("9021", Kind.LOGIN, "login (2005)", "登录"),
  LOGIN_ANSWER("9022", Kind.ANSWER, "login answer (2005)", "登录应答");

  /** What the centre owes to a packet of this code that a logger sends. */
  public enum Kind {
    /** Data, or the values that were asked for: 9014 if asked. */
    UPLOAD,
    /** News without data: 9013 if asked. */
    NOTICE,
    /** A notice in the 2025 edition only, otherwise treated as an upload. */
    NOTICE_2025,
    /** A login of 2005: 9022 if asked. */
    LOGIN,
    /** Sent by the centre; coming from a logger it is treated as an upload. */
    REQUEST,
    /** Never answered. */
    ANSWER
  }

  static final String JOIN = "1001";

  private static final CommandCode[] ALL = values();

  private final String cn;
  private final Kind kind;
  private final String en;
  private final String zh;

  CommandCode(String cn, Kind kind, String en, String zh) {
    this.cn = cn;
    this.kind = kind;
    this.en = en;
    this.zh = zh;
  }

  /** The code of a CN text, empty when it is none of the list. */
  public static Optional<CommandCode> of(String cn) {
    for (CommandCode code : ALL) {
      if (code.cn.equals(cn)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a packet of this CN, coming from a logger, carries data. Unknown codes of the data
   * class 2000 to 2999 do.
   */
  public static boolean isUpload(String cn) {
    return of(cn)
        .map(code -> code.kind == Kind.UPLOAD)
        .orElseGet(() -> cn.length() == 4 && cn.charAt(0) == '2');
  }

  /** The four digits on the wire. */
  public String cn() {
    return cn;
  }

  /** What the centre owes to it. */
  public Kind kind() {
    return kind;
  }

  /** Its name in English. */
  public String en() {
    return en;
  }

  /** Its name in Chinese. */
  public String zh() {
    return zh;
  }
}

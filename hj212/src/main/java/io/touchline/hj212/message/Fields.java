package io.touchline.hj212.message;

import static io.touchline.hj212.message.FieldKinds.digits;
import static io.touchline.hj212.message.FieldKinds.milli;
import static io.touchline.hj212.message.FieldKinds.number;
import static io.touchline.hj212.message.FieldKinds.oneOf;
import static io.touchline.hj212.message.FieldKinds.text;
import static io.touchline.hj212.message.FieldKinds.time;
import static io.touchline.hj212.message.FieldKinds.timeOf2005;
import static io.touchline.hj212.message.FieldKinds.words;

import java.time.LocalDateTime;

/**
 * The fields of CP that have a name of their own: HJ 212-2017 table 4 with the commands of appendix
 * C, the 2005 fields that it dropped, and those of HJ 212-2025, which are at second hand. A twin
 * {@code …_2005} reads the same texts; it differs in what it takes for right.
 */
public final class Fields {

  /** Bytes of log text, HJ 212-2017 C.40. */
  private static final int LOG_LENGTH = 890;

  // What the centre sets and asks.
  /** How long to wait for an answer. */
  public static final Field<Integer> OVER_TIME = number("OverTime", "s", 1, 99);

  /** {@link #OVER_TIME} in 2005: five digits. */
  public static final Field<Integer> OVER_TIME_2005 = number("OverTime", "s", 1, 99_999);

  /** How often to send again. */
  public static final Field<Integer> RE_COUNT = number("ReCount", "", 1, 99);

  public static final Field<Integer> RTD_INTERVAL = number("RtdInterval", "s", 30, 3600);
  public static final Field<Integer> MIN_INTERVAL =
      oneOf("MinInterval", "min", 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30);

  public static final Field<String> NEW_PW = text("NewPW", 6, 6).orNamed("PW").kept();

  /** {@link #NEW_PW} in 2005. */
  public static final Field<String> PW_2005 = text("PW", 6, 6).orNamed("NewPW").kept();

  public static final Field<LocalDateTime> SYSTEM_TIME = time("SystemTime");

  /** {@link #SYSTEM_TIME} in 2005, printed with milliseconds there. */
  public static final Field<LocalDateTime> SYSTEM_TIME_2005 = timeOf2005("SystemTime");

  public static final Field<LocalDateTime> BEGIN_TIME = time("BeginTime");
  public static final Field<LocalDateTime> BEGIN_TIME_2005 = timeOf2005("BeginTime");
  public static final Field<LocalDateTime> END_TIME = time("EndTime");
  public static final Field<LocalDateTime> END_TIME_2005 = timeOf2005("EndTime");

  /** The analyser that is meant, by its factor. Copies of the 2005 text have two l for the I. */
  public static final Field<String> POL_ID = text("PolId", 1, 20).orNamed("Polld");

  // Joining and keys, 2025.
  /** The logger's own id, i23005; {@code 1002} hands it back with the MN that it was given. */
  public static final Field<String> LOGGER_ID = text("i23005-Info", 1, 64);

  public static final Field<String> CPU_ID = text("i23006-Info", 1, 64);
  public static final Field<String> MAC_1 = text("i23007-Info", 1, 64);
  public static final Field<String> MAC_2 = text("i23008-Info", 1, 64);

  /** When the key in use was made. */
  public static final Field<LocalDateTime> SK_CREATE_TIME = milli("SKCreateTime");

  public static final Field<String> NEW_SK = text("NewSK", 16, 16).kept();

  // Data.
  public static final Field<LocalDateTime> DATA_TIME = time("DataTime");
  public static final Field<LocalDateTime> DATA_TIME_2005 = timeOf2005("DataTime");
  public static final Field<LocalDateTime> RESTART_TIME = time("RestartTime");

  // Interaction.
  public static final Field<Integer> QN_RTN = number("QnRtn", "", 1, 999);

  /** One copy of the 2005 text prints ExtRtn. */
  public static final Field<Integer> EXE_RTN = number("ExeRtn", "", 1, 999).orNamed("ExtRtn");

  // Control and samples.
  /** 0 zero, 1 span; new in 2025. */
  public static final Field<Integer> CALIBRATION_TYPE = oneOf("CalibrationType", "", 0, 1);

  /** The bottle that the sample went into. */
  public static final Field<Integer> VASE_NO = number("VaseNo", "", 0, 99);

  /** The first sampling of the day. */
  public static final Field<String> C_START_TIME =
      digits("CstartTime", 6, Fields::isClock, "a time of day hhmmss", "时刻hhmmss");

  /** Hours between samplings, HJ 212-2017 table 4. */
  public static final Field<Integer> C_TIME = number("CTime", "h", 0, 24);

  /** Minutes from sampling to result. */
  public static final Field<Integer> S_TIME = number("Stime", "min", 0, 9999);

  public static final Field<String> SERIAL = text("-SN", 1, 64);
  public static final Field<String> INFO_ID = text("InfoId", 1, 20);
  public static final Field<String> INFO = words("-Info", LOG_LENGTH).orLog();

  // 2005 only.
  /** Its unit is in no copy at hand. */
  public static final Field<Integer> WARN_TIME = number("WarnTime", "", 0, 99_999);

  public static final Field<String> ALARM_TARGET = text("AlarmTarget", 1, 32);
  public static final Field<String> REPORT_TIME =
      digits("ReportTime", 4, text -> isClock(text + "00"), "a time of day hhmm", "时刻hhmm");
  public static final Field<String> LOW_VALUE = text("-LowValue", 1, 20);
  public static final Field<String> UP_VALUE = text("-UpValue", 1, 20);
  public static final Field<LocalDateTime> ALARM_TIME = time("AlarmTime");
  public static final Field<Integer> ALARM_TYPE = number("AlarmType", "", 0, 9);
  public static final Field<String> ALARM_VALUE = text("-Ala", 1, 20);

  private Fields() {}

  private static boolean isClock(String hhmmss) {
    return hhmmss.compareTo("240000") < 0 && hhmmss.charAt(2) < '6' && hhmmss.charAt(4) < '6';
  }
}

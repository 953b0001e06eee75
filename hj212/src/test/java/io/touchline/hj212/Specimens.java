package io.touchline.hj212;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** For each diagnosis one frame that shows it. */
final class Specimens {

  private static final Sm4Key KEY = Sm4Key.parse("0123456789abcdef");
  private static final Sm4Key OTHER_KEY = Sm4Key.parse("fedcba9876543210");

  private static final String QN = "QN=20260101090002123;";
  private static final String SENDER = "PW=123456;MN=010000A8900016F000169DC0;";
  private static final String HOUR = QN + "ST=31;CN=2061;" + SENDER;
  private static final String VALUES = "DataTime=20260101080000;a21026-Avg=12.3,a21026-Flag=N";
  private static final String GOOD = HOUR + "Flag=5;CP=&&" + VALUES + "&&";

  /**
   * A frame and how it is looked at.
   *
   * @param crlfMissing what the scanner saw behind it
   * @param keys those registered for the station
   */
  record Specimen(byte[] frame, boolean crlfMissing, List<Sm4Key> keys) {

    private Specimen(byte[] frame) {
      this(frame, false, List.of());
    }

    Verdict verdict() {
      Dialect dialect = new Dialect(CheckMode.STANDARD, LengthMode.EXACT, keys);
      return new FrameDecoder().decode(frame, crlfMissing, dialect);
    }
  }

  private Specimens() {}

  static Specimen of(Diagnosis diagnosis) {
    return switch (diagnosis) {
      case LOWER_CASE_CRC ->
          checkedBy(Crc.hex(Crc.of(bytes(GOOD), 0, GOOD.length())).toLowerCase(Locale.ROOT));
      case CRC_IS_MODBUS -> checkedBy(CheckMode.MODBUS);
      case CRC_IS_MODBUS_SWAPPED -> checkedBy(CheckMode.MODBUS_SWAPPED);
      case CRC_BYTES_SWAPPED -> checkedBy(CheckMode.STANDARD_SWAPPED);
      case CRC_COVERS_HEAD -> checkedBy(hex(Frames.around(GOOD), GOOD.length() + 6));
      case CRC_WITHOUT_CLOSING -> checkedBy(hex(bytes(GOOD), GOOD.length() - 2));
      case CRC_OTHER_ALGORITHM -> checkedBy("1234");
      case CRC_NOT_HEX -> checkedBy("????");
      case LENGTH_COUNTS_CHARACTERS -> characters();
      case LENGTH_COUNTS_CRC -> declaring(4);
      case LENGTH_COUNTS_HEAD_OR_TAIL -> declaring(6);
      case LENGTH_COUNTS_FRAME -> declaring(12);
      case LENGTH_WRONG -> declaring(37);
      case LENGTH_NOT_FOUR_DIGITS -> text("##" + Frames.text(Frames.around(GOOD)).substring(3));
      case CP_END_MISSING -> segment(GOOD.substring(0, GOOD.length() - 1));
      case SEPARATOR_AFTER_CLOSING -> segment(GOOD + ";");
      case BYTES_AFTER_FRAME -> text(Frames.text(Frames.around(GOOD)).stripTrailing() + "**");
      case NO_CRLF -> new Specimen(Frames.withoutCrlf(Frames.around(GOOD)), true, List.of());
      case LF_ONLY -> text(Frames.text(Frames.around(GOOD)).replace("\r", ""));
      case SEGMENT_OVER_1024 -> log("//" + "开机自检正常。".repeat(50) + "//", StandardCharsets.UTF_8);
      case HEAD_IN_TEXT -> log("//rx ##0101QN=20160801//", StandardCharsets.UTF_8);
      case GBK_TEXT -> log("//仪器开机//", Charset.forName("GBK"));
      case UNREADABLE_TEXT -> log("//dump \u0081\u00FF\u0080//", StandardCharsets.ISO_8859_1);
      case LOOKS_ENCRYPTED -> new Specimen(enciphered());
      case KEY_DOES_NOT_FIT -> new Specimen(enciphered(), false, List.of(OTHER_KEY));
      case ENCIPHERED -> new Specimen(enciphered(), false, List.of(KEY));
      case ENCIPHERED_IN_PRINT -> new Specimen(Dialects.printed(enciphered()), false, List.of(KEY));
      case QN_MISSING -> segment(GOOD.replace(QN, ""));
      case QN_ODD -> segment(GOOD.replace(QN, "QN=1767229202123;"));
      case ST_UNKNOWN -> segment(GOOD.replace("ST=31", "ST=80"));
      case CN_UNKNOWN -> segment(GOOD.replace("CN=2061", "CN=2066"));
      case PW_MISSING -> segment(GOOD.replace("PW=123456;", ""));
      case PW_ODD -> segment(GOOD.replace("PW=123456;", "PW=12345678;"));
      case MN_ODD -> segment(GOOD.replace("MN=010000A8900016F000169DC0", "MN=LY_0001"));
      case FLAG_MISSING -> segment(GOOD.replace("Flag=5;", ""));
      case FLAG_ODD -> segment(GOOD.replace("Flag=5;", "Flag=N;"));
      case SURFACE_WATER_FLAG ->
          segment(
              QN
                  + "ST=21;CN=2061;"
                  + SENDER
                  + "Flag=9;CP=&&DataTime=20260101080000;w01001-Avg=7.1,w01001-Flag=N&&");
      case SPLIT_BIT_WITHOUT_PARTS -> segment(GOOD.replace("Flag=5;", "Flag=7;"));
      case PARTS_WITHOUT_SPLIT_BIT -> segment(GOOD.replace("Flag=5;", "Flag=5;PNUM=2;PNO=1;"));
      case PART_NUMBER_ODD -> segment(GOOD.replace("Flag=5;", "Flag=7;PNUM=2;PNO=3;"));
      case PARTS_OVER_NINE -> segment(GOOD.replace("Flag=5;", "Flag=11;PNUM=12;PNO=1;"));
      case RF_ODD -> segment(GOOD.replace("Flag=5;", "Flag=9;RF=0;"));
      case ANSWER_ASKS_FOR_ANSWER -> segment(QN + "ST=91;CN=9013;" + SENDER + "Flag=9;CP=&&&&");
      case ANSWER_WITHOUT_ST_91 -> segment(QN + "ST=32;CN=9014;" + SENDER + "Flag=4;CP=&&&&");
      case HEADER_ORDER -> segment("ST=31;CN=2061;" + QN + GOOD.substring(HOUR.indexOf("PW=")));
      case HEADER_SEPARATOR -> segment(GOOD.replace("Flag=5;CP", "Flag=5CP"));
      case FIELD_ODD -> segment(GOOD.replace("CP=&&", "CP=&&OK;"));
      case BLANKS -> segment(GOOD.replace("a21026-Avg=", " a21026-Avg = "));
      case EXTRA_SEPARATOR -> segment(GOOD.replace("N&&", "N;&&"));
      case FACTOR_IN_PIECES -> segment(GOOD.replace(",a21026", ";a21026"));
      case FLAG_BEFORE_VALUE -> cp("DataTime=20260101080000;a21026-Flag=N,a21026-Avg=12.3");
      case BARE_FLAG -> cp(VALUES + ";Flag=N");
      case FLAG_KEY_CASE -> segment(GOOD.replace("a21026-Flag", "a21026-flag"));
      case SUFFIX_CASE -> segment(GOOD.replace("-Avg", "-AVG"));
      case SUFFIX_UNKNOWN -> segment(GOOD.replace("-Avg", "-td"));
      case NAME_SPELLING -> segment(QN + "ST=32;CN=1011;" + SENDER + "Flag=5;CP=&&Polld=w01018&&");
      case FACTOR_REPEATED -> cp("DataTime=20260101080000;a21026-Avg=12.3,a21026-Avg=12.4");
      case FACTOR_OF_OTHER_MEDIUM -> segment(GOOD.replace("ST=31", "ST=32"));
      case VALUE_NOT_NUMBER -> segment(GOOD.replace("12.3", "----"));
      case VALUE_TOO_FINE -> segment(GOOD.replace("12.3", "12.299999"));
      case DATA_TIME_ODD -> segment(GOOD.replace("DataTime=20260101080000", "DataTime=2026010108"));
      case DATA_TIME_DIGITS -> segment(GOOD.replace("080000;a", "080000000;a"));
      case DATA_TIME_FAR_FROM_QN ->
          segment(GOOD.replace("DataTime=20260101080000", "DataTime=20260201080000"));
    };
  }

  private static byte[] enciphered() {
    return new PacketWriter()
        .qn("20260101090002123")
        .st("31")
        .cn("2061")
        .pw("123456")
        .mn("010000A8900016F000169DC0")
        .flag(9)
        .item("DataTime", "20260101080000")
        .factor("a21026", "Avg", "12.3", "Flag", "N")
        .enciphered(KEY)
        .toFrame();
  }

  private static Specimen segment(String segment) {
    return new Specimen(Frames.around(segment));
  }

  private static Specimen cp(String items) {
    return segment(HOUR + "Flag=5;CP=&&" + items + "&&");
  }

  private static Specimen text(String frame) {
    return new Specimen(Frames.ascii(frame));
  }

  private static Specimen checkedBy(String code) {
    return new Specimen(Frames.checkedBy(Frames.around(GOOD), code));
  }

  private static Specimen checkedBy(CheckMode mode) {
    return checkedBy(Crc.hex(mode.codeOf(bytes(GOOD), 0, GOOD.length())));
  }

  private static Specimen declaring(int excess) {
    return new Specimen(Frames.declaring(Frames.around(GOOD), GOOD.length() + excess));
  }

  private static Specimen characters() {
    byte[] frame = log("//仪器开机//", StandardCharsets.UTF_8).frame();
    byte[] segment = Arrays.copyOfRange(frame, 6, frame.length - 6);
    int characters = new String(segment, StandardCharsets.UTF_8).length();
    return new Specimen(Frames.declaring(frame, characters));
  }

  private static Specimen log(String text, Charset charset) {
    String segment =
        QN + "ST=31;CN=3020;" + SENDER + "Flag=5;CP=&&DataTime=20260101080000;i11001-Info=" + text;
    return new Specimen(PacketWriter.frame((segment + "&&").getBytes(charset)));
  }

  private static byte[] bytes(String text) {
    return Frames.ascii(text);
  }

  private static String hex(byte[] bytes, int to) {
    return Crc.hex(Crc.of(bytes, 0, to));
  }
}

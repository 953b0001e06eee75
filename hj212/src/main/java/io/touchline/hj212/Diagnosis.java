package io.touchline.hj212;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A remark on a frame, with its mend, for the people who look after the logger. It never changes a
 * verdict. The code is stable; the texts are for people and stand in {@code
 * diagnoses_zh.properties} and {@code diagnoses_en.properties}. {@code docs/diagnoses.md} shows a
 * frame for each.
 */
public enum Diagnosis {
  // The check code.
  LOWER_CASE_CRC,
  CRC_IS_MODBUS,
  CRC_IS_MODBUS_SWAPPED,
  CRC_BYTES_SWAPPED,
  CRC_COVERS_HEAD,
  CRC_WITHOUT_CLOSING,
  CRC_OTHER_ALGORITHM,
  CRC_NOT_HEX,

  // The length and the ends of a frame.
  LENGTH_COUNTS_CHARACTERS,
  LENGTH_COUNTS_CRC,
  LENGTH_COUNTS_HEAD_OR_TAIL,
  LENGTH_COUNTS_FRAME,
  LENGTH_WRONG,
  LENGTH_NOT_FOUR_DIGITS,
  CP_END_MISSING,
  SEPARATOR_AFTER_CLOSING,
  BYTES_AFTER_FRAME,
  NO_CRLF,
  LF_ONLY,
  SEGMENT_OVER_1024,
  HEAD_IN_TEXT,

  // Text and cipher text.
  GBK_TEXT,
  UNREADABLE_TEXT,
  LOOKS_ENCRYPTED,
  KEY_DOES_NOT_FIT,
  ENCIPHERED,
  ENCIPHERED_IN_PRINT,

  // The header fields.
  QN_MISSING,
  QN_ODD,
  ST_UNKNOWN,
  CN_UNKNOWN,
  PW_MISSING,
  PW_ODD,
  MN_ODD,
  FLAG_MISSING,
  FLAG_ODD,
  SURFACE_WATER_FLAG,
  SPLIT_BIT_WITHOUT_PARTS,
  PARTS_WITHOUT_SPLIT_BIT,
  PART_NUMBER_ODD,
  PARTS_OVER_NINE,
  RF_ODD,
  ANSWER_ASKS_FOR_ANSWER,
  ANSWER_WITHOUT_ST_91,
  HEADER_ORDER,
  HEADER_SEPARATOR,
  FIELD_ODD,

  // The items of CP.
  BLANKS,
  EXTRA_SEPARATOR,
  FACTOR_IN_PIECES,
  FLAG_BEFORE_VALUE,
  BARE_FLAG,
  FLAG_KEY_CASE,
  SUFFIX_CASE,
  SUFFIX_UNKNOWN,
  NAME_SPELLING,
  FACTOR_REPEATED,
  FACTOR_OF_OTHER_MEDIUM,
  VALUE_NOT_NUMBER,
  VALUE_TOO_FINE,
  DATA_TIME_ODD,
  DATA_TIME_DIGITS,
  DATA_TIME_FAR_FROM_QN;

  private static final String BUNDLE = "io.touchline.hj212.diagnoses";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable name in records and on the command line: {@code crc-is-modbus}. */
  public String code() {
    return code;
  }

  /** What is odd and how to mend it, one line, in English. */
  public String en() {
    return odd(Locale.ENGLISH) + "; " + mend(Locale.ENGLISH) + ".";
  }

  /** What is odd and how to mend it, one line, in Chinese. */
  public String zh() {
    return odd(Locale.CHINESE) + "，" + mend(Locale.CHINESE) + "。";
  }

  /** What is odd, no full stop; {@link Locale#CHINESE} or {@link Locale#ENGLISH}. */
  public String odd(Locale language) {
    return ResourceBundle.getBundle(BUNDLE, language, EXACT).getString(code + ".odd");
  }

  /** What to do about it, as {@link #odd}. */
  public String mend(Locale language) {
    return ResourceBundle.getBundle(BUNDLE, language, EXACT).getString(code + ".mend");
  }
}

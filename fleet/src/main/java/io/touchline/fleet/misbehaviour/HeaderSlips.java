package io.touchline.fleet.misbehaviour;

import java.util.Locale;

/** What loggers get wrong in the header fields. */
final class HeaderSlips {

  private HeaderSlips() {}

  /** Milliseconds since 1970 in place of a time: 13 digits, another number for another QN. */
  static String epochQn(String segment) {
    String qn = Segments.header(segment, "QN");
    return Segments.withHeader(
        segment,
        "QN",
        String.format(Locale.ROOT, "17%011d", Long.parseLong(qn) % 100_000_000_000L));
  }

  static String qnAfterCn(String segment) {
    String qn = Segments.header(segment, "QN");
    return Segments.insertedBefore(Segments.withoutHeader(segment, "QN"), "PW", "QN=" + qn);
  }

  static String flag(String segment, String value) {
    return Segments.withHeader(segment, "Flag", value);
  }

  static String partsWithoutFlag(String segment) {
    return Segments.insertedBefore(
        Segments.withoutHeader(segment, "Flag"), "CP", "PNO=0001;PNUM=0001");
  }

  /** The national surface-water rules used version bits 2 before the 2025 edition did. */
  static String surfaceWater(String segment) {
    return Segments.withHeader(flag(segment, "9"), "ST", "21");
  }

  static String otherMedium(String segment) {
    boolean air = Segments.header(segment, "ST").equals("31");
    return Segments.withHeader(segment, "ST", air ? "32" : "31");
  }

  /** {@code Flag=5CP=}, as HJ 212-2017 C.19 misprints it. */
  static String flagRunsIntoCp(String segment) {
    return segment.replace(";CP=&&", "CP=&&");
  }

  /** {@code QN=...,ST=}, as HJ 212-2017 C.22 and C.48 misprint it. */
  static String commaAfterQn(String segment) {
    return segment.replace(";ST=", ",ST=");
  }

  /** Answers under the station's own system code and with Flag=5, as if they were data. */
  static String answerAsStation(String segment) {
    return flag(Segments.withHeader(segment, "ST", "31"), "5");
  }

  /** Answers that want an answer. */
  static String answerAsks(String segment) {
    String flag = Segments.header(segment, "Flag");
    return flag.isEmpty() ? segment : flag(segment, Integer.toString(Integer.parseInt(flag) | 1));
  }

  static String otherQnIn9011(String segment) {
    return Segments.header(segment, "CN").equals("9011")
        ? Segments.withHeader(segment, "QN", "20101110010101001")
        : segment;
  }

  /** 9014 in place of 9013, with a QnRtn that belongs to 9011. */
  static String dataReplyWithQnRtn(String segment) {
    return Segments.header(segment, "CN").equals("9013")
        ? Segments.withItem(Segments.withHeader(segment, "CN", "9014"), "QnRtn=1")
        : segment;
  }
}

package io.touchline.hj212;

import java.util.Arrays;

/** The names after the dash that the standard knows, in its spelling (HJ 212-2017 table 4). */
final class Suffixes {

  /** By length, the commonest first. RawAvg and the 2062 names are of HJ 212-2025. */
  private static final String[][] BY_LENGTH =
      byLength(
          "Flag",
          "Rtd",
          "Avg",
          "Min",
          "Max",
          "Cou",
          "ZsRtd",
          "ZsAvg",
          "ZsMin",
          "ZsMax",
          "EFlag",
          "RawRtd",
          "RawAvg",
          "RawMin",
          "RawMax",
          "RS",
          "RT",
          "SN",
          "Ala",
          "Data",
          "Info",
          "DayData",
          "NightData",
          "UpValue",
          "LowValue",
          "SampleTime",
          "SampleRd",
          "StandardValue",
          "ResultType",
          "SampleType",
          "CompleteTime",
          "DayStdValue",
          "NightStdValue");

  private Suffixes() {}

  /** The known name whatever its case, else the text as it stands. */
  static String of(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < BY_LENGTH.length) {
      for (String known : BY_LENGTH[length]) {
        if (matches(bytes, from, known)) {
          return known;
        }
      }
    }
    return Wire.text(bytes, PacketIndex.range(from, to));
  }

  static boolean isKnown(String name) {
    return name.length() < BY_LENGTH.length
        && Arrays.asList(BY_LENGTH[name.length()]).contains(name);
  }

  private static boolean matches(byte[] bytes, int from, String known) {
    for (int i = 0; i < known.length(); i++) {
      if (((bytes[from + i] ^ known.charAt(i)) & ~0x20) != 0) {
        return false;
      }
    }
    return true;
  }

  private static String[][] byLength(String... names) {
    int longest = 0;
    for (String name : names) {
      longest = Math.max(longest, name.length());
    }
    String[][] table = new String[longest + 1][];
    for (int length = 0; length <= longest; length++) {
      int wanted = length;
      table[length] =
          Arrays.stream(names).filter(name -> name.length() == wanted).toArray(String[]::new);
    }
    return table;
  }
}

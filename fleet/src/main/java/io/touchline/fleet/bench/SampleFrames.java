package io.touchline.fleet.bench;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4;
import io.touchline.hj212.Sm4Key;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Frames of a flue-gas outlet that look as they do in the field: twelve factors, about 800 bytes.
 *
 * <p>Each comes as a series of different ones. A single frame decoded over and over would teach the
 * processor's branch predictor where its separators stand, and no gateway is that lucky.
 */
public final class SampleFrames {

  /** Enough to be new to a branch predictor, few enough to stay in the second-level cache. */
  public static final int SERIES = 1024;

  private static final int ASKS_FOR_ANSWER = 5;
  private static final int ASKS_FOR_ANSWER_2025 = 9;
  private static final String CP_BEGIN = "CP=&&";

  /** The closing {@code &&}, the check code and the line break. */
  private static final int AFTER_CP = 8;

  private static final Sm4Key KEY = Sm4Key.parse("0123456789abcdef");

  /** Of a logger that enciphers, and nothing else. */
  static final Dialect CIPHER = new Dialect(CheckMode.STANDARD, LengthMode.EXACT, List.of(KEY));

  private static final String[] POLLUTANTS = {"a34013", "a21026", "a21002"};
  private static final String[] WITH_EXTREMES = {
    "a00000", "a19001", "a01011", "a01012", "a21005", "a21024"
  };
  private static final String[] MEANS_ALONE = {"a01013", "a01014", "a05001"};

  private SampleFrames() {}

  /** Minute data (2051) of the 2017 edition that ask for an answer. */
  public static byte[][] minutes() {
    return series("2051");
  }

  /** Hour data (2061), the same factors. */
  public static byte[][] hours() {
    return series("2061");
  }

  /** Minute data of the 2025 edition as an enciphering logger sends it, under {@link #CIPHER}. */
  static byte[][] ciphers() {
    byte[][] frames = new byte[SERIES][];
    for (int i = 0; i < SERIES; i++) {
      byte[] frame = frame(mn(i), "2051", ASKS_FOR_ANSWER_2025, i);
      int cp = new String(frame, StandardCharsets.US_ASCII).indexOf(CP_BEGIN) + CP_BEGIN.length();
      Sm4.encipher(KEY, frame, cp, frame.length - AFTER_CP);
      frames[i] = frame;
    }
    return frames;
  }

  /** Minute data whose check code is off by one bit. */
  public static byte[][] wrongCheckCodes() {
    byte[][] frames = minutes();
    for (byte[] frame : frames) {
      frame[frame.length - 6] ^= 1;
    }
    return frames;
  }

  /** Minutes and hours in turn as a connection brings them, one of eight without its line break. */
  public static byte[] stream() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    byte[][] minutes = minutes();
    byte[][] hours = hours();
    for (int i = 0; i < SERIES; i++) {
      byte[] frame = i % 2 == 0 ? minutes[i] : hours[i];
      stream.write(frame, 0, i % 8 == 0 ? frame.length - 2 : frame.length);
    }
    return stream.toByteArray();
  }

  private static byte[][] series(String commandCode) {
    byte[][] frames = new byte[SERIES][];
    for (int i = 0; i < SERIES; i++) {
      frames[i] = frame(mn(i), commandCode, ASKS_FOR_ANSWER, i);
    }
    return frames;
  }

  /** Device id (MN) of the n-th logger, 24 characters. */
  public static String mn(int logger) {
    return String.format(Locale.ROOT, "88888899%016d", logger);
  }

  /** One upload of a logger, different for each number; the request number is different too. */
  public static byte[] frame(String mn, String commandCode, int flag, long number) {
    PacketWriter packet =
        new PacketWriter()
            .qn(String.format(Locale.ROOT, "2026010109%07d", number % 6_000_000))
            .st("31")
            .cn(commandCode)
            .pw("123456")
            .mn(mn)
            .flag(flag)
            .item(
                "DataTime",
                String.format(Locale.ROOT, "202601010%d%02d00", 1 + number / 60 % 9, number % 60));
    int seed = (int) number;
    for (String factor : POLLUTANTS) {
      packet.factor(
          factor,
          "Avg",
          value(seed += 7919),
          "ZsAvg",
          value(seed += 7919),
          "Cou",
          value(seed += 7919),
          "Flag",
          "N");
    }
    for (String factor : WITH_EXTREMES) {
      packet.factor(
          factor,
          "Min",
          value(seed += 7919),
          "Avg",
          value(seed += 7919),
          "Max",
          value(seed += 7919),
          "Flag",
          "N");
    }
    for (String factor : MEANS_ALONE) {
      packet.factor(factor, "Avg", value(seed += 7919), "Flag", "N");
    }
    return packet.toFrame();
  }

  /** Digits of different number before and after the point, as instruments give them. */
  private static String value(int seed) {
    int mixed = (seed * 0x9E3779B1) >>> 8;
    int decimals = 1 + mixed % 3;
    int whole = (mixed >> 2) % (mixed % 7 == 0 ? 1000 : 100);
    return String.format(
        Locale.ROOT, "%d.%0" + decimals + "d", whole, (mixed >> 9) % (int) Math.pow(10, decimals));
  }
}

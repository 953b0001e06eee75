package io.touchline.streams;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.PacketWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Frames of HJ 212-2017 as a data logger would send them. */
final class Frames {

  static final String MN = "010000A8900016F000169DC0";

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private Frames() {}

  /** China time of 2026-01-01 plus hours and minutes. */
  static Instant at(int hours, int minutes) {
    return ChinaTime.instant(LocalDateTime.of(2026, 1, 1, 0, 0))
        .plusSeconds(hours * 3600L)
        .plusSeconds(minutes * 60L);
  }

  static byte[] hour(int hour, String... factorsAndValues) {
    return upload(MN, "2061", at(hour, 0), at(hour + 1, 1), factorsAndValues);
  }

  static byte[] minute(int hour, int minute, String... factorsAndValues) {
    return upload(MN, "2051", at(hour, minute), at(hour, minute + 1), factorsAndValues);
  }

  /**
   * An upload.
   *
   * @param factorsAndValues {@code "a21026", "Avg=12.3,Flag=N", …}
   */
  static byte[] upload(
      String mn, String cn, Instant dataTime, Instant sentAt, String... factorsAndValues) {
    return writer(mn, cn, dataTime, sentAt, factorsAndValues).toFrame();
  }

  /** The same upload, for a test to change what it is about. */
  static PacketWriter writer(
      String mn, String cn, Instant dataTime, Instant sentAt, String... factorsAndValues) {
    PacketWriter writer =
        new PacketWriter()
            .qn(SECONDS.format(ChinaTime.civil(sentAt)) + "000")
            .st("31")
            .cn(cn)
            .pw("123456")
            .mn(mn)
            .flag(5)
            .item("DataTime", SECONDS.format(ChinaTime.civil(dataTime)));
    for (int i = 0; i < factorsAndValues.length; i += 2) {
      String[] values = factorsAndValues[i + 1].split("[=,]", -1);
      writer.factor(factorsAndValues[i], values);
    }
    return writer;
  }
}

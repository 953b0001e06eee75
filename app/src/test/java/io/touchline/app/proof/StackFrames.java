package io.touchline.app.proof;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.PacketWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What the data logger of a stack sends: an hour upload each hour, some of them over the limit. */
final class StackFrames {

  static final String MN = "010000A8900016F000169DC0";

  private static final DateTimeFormatter DATA_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  /** A frame and when it was received. */
  record Sent(byte[] frame, Instant receivedAt) {}

  private StackFrames() {}

  /** Hours from a time on; of each day the hours 8 to 11 are over, and none of the first days. */
  static List<Sent> hours(Instant first, int hours, int quietDays) {
    List<Sent> sent = new ArrayList<>();
    for (int hour = 0; hour < hours; hour++) {
      Instant start = first.plus(Duration.ofHours(hour));
      LocalDateTime civil = ChinaTime.civil(start);
      boolean over = hour >= quietDays * 24 && civil.getHour() >= 8 && civil.getHour() < 12;
      String value = over ? 36 + civil.getHour() - 8 + ".5" : 20 + hour % 9 + ".1";
      sent.add(new Sent(hour(start, value), start.plus(Duration.ofMinutes(61))));
    }
    return sent;
  }

  static byte[] hour(Instant start, String value) {
    String dataTime = DATA_TIME.format(ChinaTime.civil(start));
    return new PacketWriter()
        .qn(DATA_TIME.format(ChinaTime.civil(start.plus(Duration.ofHours(1)))) + "000")
        .st("31")
        .cn("2061")
        .pw("123456")
        .mn(MN)
        .flag(5)
        .item("DataTime", dataTime)
        .factor("a21026", "Avg", value, "ZsAvg", value, "Flag", "N")
        .factor("a00000", "Avg", "120000", "Cou", "120000", "Flag", "N")
        .factor("a19001", "Avg", "6.0", "Flag", "N")
        .toFrame();
  }
}

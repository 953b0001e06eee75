package io.touchline.app.bench;

import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.fleet.bench.SampleFrames;
import io.touchline.hj212.PacketWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A stack as the journal knows it: its registry entry, and the frames of its logger. Values wander
 * and repeat as those of a plant do, some hours exceed, some are flagged; the same each time.
 *
 * @param factors how many of them its frames have, flow and oxygen always among them
 */
record BenchOutlet(String mn, int factors) {

  /** A factor, its usual value and whether it is converted to reference oxygen. */
  private record Channel(String factor, double usual, boolean converted) {}

  private static final List<Channel> CHANNELS =
      List.of(
          new Channel("a00000", 420_000, false),
          new Channel("a19001", 6.4, false),
          new Channel("a21026", 24, true),
          new Channel("a21002", 38, true),
          new Channel("a34013", 4.1, true),
          new Channel("a01012", 52, false),
          new Channel("a01011", 11.2, false),
          new Channel("a01013", -0.21, false),
          new Channel("a01014", 9.7, false),
          new Channel("a21005", 31, false),
          new Channel("a21024", 0.8, false),
          new Channel("a05001", 8.9, false));

  private static final double REFERENCE_OXYGEN = 6;
  private static final double OXYGEN_OF_AIR = 21;
  private static final double MILLION = 1e6;

  /** Of frames, so many carry a fault flag. */
  private static final double FAULTS = 0.004;

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  static BenchOutlet number(int logger, int factors) {
    return new BenchOutlet(SampleFrames.mn(logger), factors);
  }

  /** A coal boiler with hourly limits for three of its factors. */
  OutletRecord entry() {
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        mn,
        "DA001",
        "1#",
        "91630000000000000X",
        "bench",
        "630200",
        "bench",
        Medium.AIR,
        "coal boiler",
        Decimal.of("6"),
        null,
        OutletProfile.Judge.REPORTED,
        "2017",
        "123456",
        LONG_AGO,
        null,
        List.of(limit("a21026", "35"), limit("a21002", "50"), limit("a34013", "10")));
  }

  private static OutletRecord.Limit limit(String factor, String value) {
    return new OutletRecord.Limit(
        factor,
        null,
        Decimal.of(value),
        "mg/m3",
        Averaging.HOUR,
        EmissionLimit.Basis.CONVERTED,
        "bench",
        "1",
        LONG_AGO,
        null);
  }

  byte[] minute(Instant start) {
    return frame("2051", start, 1 / 60.0);
  }

  byte[] hour(Instant start) {
    return frame("2061", start, 1);
  }

  private byte[] frame(String commandCode, Instant start, double hours) {
    String time = SECONDS.format(ChinaTime.civil(start));
    Random random = new Random(mn.hashCode() * 31L + start.getEpochSecond());
    PacketWriter packet =
        new PacketWriter()
            .qn(time + "000")
            .st("31")
            .cn(commandCode)
            .pw("123456")
            .mn(mn)
            .flag(5)
            .item("DataTime", time);
    String flag = random.nextDouble() < FAULTS ? "D" : "N";
    double load = 1 + 0.15 * Math.sin(start.getEpochSecond() / 86_400.0 * 2 * Math.PI);
    double flow = 0;
    double oxygen = 0;
    for (Channel channel : CHANNELS.subList(0, factors)) {
      double value = channel.usual() * (load + 0.12 * random.nextGaussian());
      flow = channel.factor().equals("a00000") ? value : flow;
      oxygen = channel.factor().equals("a19001") ? value : oxygen;
      double amount = value * flow * hours / MILLION;
      if (channel.converted()) {
        double converted = value * (OXYGEN_OF_AIR - REFERENCE_OXYGEN) / (OXYGEN_OF_AIR - oxygen);
        packet.factor(
            channel.factor(),
            "Avg",
            text(value),
            "ZsAvg",
            text(converted),
            "Cou",
            text(amount),
            "Flag",
            flag);
      } else if (channel.factor().equals("a00000")) {
        packet.factor(
            channel.factor(), "Avg", text(value), "Cou", text(value * hours), "Flag", flag);
      } else {
        packet.factor(channel.factor(), "Avg", text(value), "Flag", flag);
      }
    }
    return packet.toFrame();
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.1f" : "%.3f", value);
  }
}

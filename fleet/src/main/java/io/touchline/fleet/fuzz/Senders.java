package io.touchline.fleet.fuzz;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Good frames of all kinds to begin from, and the dialects in which they may be read. */
final class Senders {

  static final List<Sm4Key> KEYS =
      List.of(Sm4Key.parse("0000000000000000"), Sm4Key.parse("msbE74gsiSHSEh5e"));

  private static final List<CheckMode> CHECKS = List.of(CheckMode.values());

  private static final String[] COMMANDS = {
    "2011", "2051", "2061", "2031", "2021", "2041", "1001", "1011", "1013", "1014", "2081", "3019",
    "3020", "9011", "9012", "9013", "9014", "9015", "9021", "7777"
  };
  private static final String[] FACTORS = {"a21026", "w01018", "011", "SB1", "LA", "a34013", "x-y"};
  private static final String[] SUFFIXES = {"Rtd", "Avg", "ZsAvg", "Cou", "Flag", "flag", "EFlag"};

  private final SplittableRandom random;

  Senders(SplittableRandom random) {
    this.random = random;
  }

  /** A frame that a logger could send, of any edition. */
  byte[] frame() {
    String cn = COMMANDS[random.nextInt(COMMANDS.length)];
    PacketWriter packet =
        new PacketWriter()
            .st(random.nextBoolean() ? "31" : "21")
            .cn(cn)
            .pw("123456")
            .mn(cn.equals("1001") ? "" : "88888899" + random.nextInt(1_000_000));
    if (random.nextInt(8) > 0) {
      packet.qn(String.format(Locale.ROOT, "202601010900%05d", random.nextInt(100_000)));
    }
    if (random.nextInt(8) > 0) {
      packet.flag(random.nextInt(12));
    }
    if (random.nextInt(8) == 0) {
      packet.part(1 + random.nextInt(9), 1 + random.nextInt(9));
    }
    if (random.nextInt(8) == 0) {
      packet.resent();
    }
    parameters(packet, cn);
    return packet.toFrame();
  }

  private void parameters(PacketWriter packet, String cn) {
    if (cn.startsWith("9") && random.nextBoolean()) {
      return;
    }
    packet.item("DataTime", "20260101" + (100_000 + random.nextInt(140_000)));
    if (random.nextInt(10) == 0) {
      packet.item("i11001-Info", "//仪器；##0012,x;&&//");
    }
    for (int factors = random.nextInt(12); factors > 0; factors--) {
      packet.factor(
          FACTORS[random.nextInt(FACTORS.length)],
          SUFFIXES[random.nextInt(SUFFIXES.length)],
          Integer.toString(random.nextInt(100_000)),
          SUFFIXES[random.nextInt(SUFFIXES.length)],
          "N");
    }
  }

  /** Any of all ways to take a logger's frames, now and then the standard's. */
  Dialect dialect() {
    List<Sm4Key> keys = new ArrayList<>();
    for (int count = random.nextInt(KEYS.size() + 1); count > 0; count--) {
      keys.add(KEYS.get(count - 1));
    }
    return new Dialect(check(), random.nextBoolean() ? LengthMode.EXACT : LengthMode.LENIENT, keys);
  }

  /** A way to compute the check code. */
  CheckMode check() {
    return CHECKS.get(random.nextInt(CHECKS.size()));
  }
}

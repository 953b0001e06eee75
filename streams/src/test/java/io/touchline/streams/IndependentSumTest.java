package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every published sum against a program that shares nothing with the journal, {@link NaiveSums}.
 */
class IndependentSumTest {

  private static final int DAYS = 480;
  private static final int HOURS = 24 * DAYS;

  /** The second stack stands still for good after this hour, while its enterprise goes on. */
  private static final int STANDS_STILL = 24 * 140;

  private static final String STACK = "88888800000000000000BB01";
  private static final String STOPPED = "88888800000000000000BB02";
  private static final String KILN = "88888800000000000000BB03";
  private static final String OUTFALL = "88888800000000000000BB04";

  private static final Map<String, List<String>> ABOVE =
      Map.of(
          STACK,
          List.of(
              "ENTERPRISE|E1",
              "REGION|630121",
              "REGION|630100",
              "REGION|630000",
              "SECTOR|630000/D44",
              "SECTOR|630000/D4411"),
          STOPPED,
          List.of(
              "ENTERPRISE|E1",
              "REGION|630121",
              "REGION|630100",
              "REGION|630000",
              "SECTOR|630000/D44",
              "SECTOR|630000/D4411"),
          KILN,
          List.of(
              "ENTERPRISE|E2",
              "REGION|630122",
              "REGION|630100",
              "REGION|630000",
              "SECTOR|630000/C30",
              "SECTOR|630000/C3011"),
          OUTFALL,
          List.of("ENTERPRISE|E3", "REGION|140105", "REGION|140100", "REGION|140000"));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void everySumIsToTheMilligramThatOfANaiveProgram(long seed) {
    Random random = new Random(seed);
    List<byte[]> frames = new ArrayList<>();
    for (String mn : List.of(STACK, STOPPED, KILN, OUTFALL)) {
      int end = mn.equals(STOPPED) ? STANDS_STILL : HOURS;
      for (int hour = random.nextInt(48); hour < end; hour += 1 + random.nextInt(110)) {
        for (int upload = 0; upload < 1 + random.nextInt(3); upload++) {
          frames.add(upload(random, mn, hour, upload));
        }
      }
    }
    frames.addAll(frames.subList(0, frames.size() / 4));
    Collections.shuffle(frames, random);
    NaiveSums naive = new NaiveSums(ABOVE);
    frames.forEach(naive::read);

    Map<String, BigInteger> sums = naive.sums();

    assertThat(published(frames)).isEqualTo(sums);
    assertThat(sums.keySet())
        .anyMatch(name -> name.startsWith("SECTOR|630000/D4411|a21026|ROLLING_12M|"))
        .anyMatch(name -> name.startsWith("REGION|140100|w20111|QUARTER|"));
  }

  private static Map<String, BigInteger> published(List<byte[]> frames) {
    try (JournalFixture journal = new JournalFixture()) {
      journal.outlet(stack(STACK, "E1", "630121").withSector("D4411"));
      journal.outlet(stack(STOPPED, "E1", "630121").withSector("D4411"));
      journal.outlet(stack(KILN, "E2", "630122").withSector("C3011"));
      journal.outlet(outlet(OUTFALL, Medium.WATER, "E3", "140105"));
      frames.forEach(frame -> journal.receive(frame, Frames.at(HOURS + 48, 0)));
      journal.endOfInput();
      Map<String, BigInteger> sums = new TreeMap<>();
      for (TotalRecord total : journal.totals) {
        String name =
            String.join(
                "|",
                total.scope().name(),
                total.id(),
                total.factor(),
                total.period().name(),
                ChinaTime.date(total.start()).toString());
        sums.put(name, BigInteger.valueOf(total.massMg()));
      }
      sums.values().removeIf(mass -> mass.signum() == 0);
      return sums;
    }
  }

  /** One upload of an hour: all of it, or one of its factors corrected later. */
  private static byte[] upload(Random random, String mn, int hour, int number) {
    boolean water = mn.equals(OUTFALL);
    List<String> pollutants = water ? List.of("w01018", "w20111") : List.of("a21026", "a21002");
    List<String> factors = new ArrayList<>();
    for (String pollutant : pollutants) {
      String value = 1 + random.nextInt(60) + "." + random.nextInt(1000);
      String amount = random.nextInt(3) == 0 ? ",Cou=" + random.nextInt(9) + ".1234567" : "";
      factors.add(pollutant);
      factors.add("Avg=" + value + amount + ",Flag=" + flag(random, number));
    }
    factors.add(water ? "w00000" : "a00000");
    String volume = 900 + random.nextInt(90_000) + "." + random.nextInt(10);
    factors.add("Avg=27,Cou=" + volume + ",Flag=" + flag(random, number));
    if (number > 0 && random.nextBoolean()) {
      int only = 2 * random.nextInt(factors.size() / 2);
      factors = factors.subList(only, only + 2);
    }
    Instant sent = Frames.at(hour + 1, 1).plusSeconds(number * 3600L);
    return Frames.writer(mn, "2061", Frames.at(hour, 0), sent, factors.toArray(new String[0]))
        .st(water ? "32" : "31")
        .toFrame();
  }

  private static String flag(Random random, int number) {
    return number > 0 && random.nextInt(4) == 0 ? "D" : "N";
  }

  private static OutletRecord stack(String mn, String enterprise, String region) {
    return outlet(mn, Medium.AIR, enterprise, region);
  }

  private static OutletRecord outlet(String mn, Medium medium, String enterprise, String region) {
    return JournalFixture.of(
        enterprise, JournalFixture.outlet(mn, medium, OutletProfile.Judge.REPORTED, null), region);
  }
}

package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.MeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.hj212.PacketWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The parts of one upload (HJ 212-2017 C.49, C.50): factors are not cut, so parts merge as they
 * come.
 */
class SplitUploadsTest {

  private static final List<String> FACTORS =
      List.of("a21026", "a21002", "a34013", "a19001", "a00000", "a01012");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partsInAnyOrderAndWithRepeatsAreOneUpload(long seed) {
    Random random = new Random(seed);
    List<byte[]> parts = parts(random);
    List<byte[]> arrivals = new ArrayList<>(parts);
    arrivals.add(parts.get(random.nextInt(parts.size())));
    arrivals.add(parts.get(random.nextInt(parts.size())));
    Collections.shuffle(arrivals, random);

    MeansRecord merged = means(arrivals);

    assertThat(merged.factors().keySet()).containsExactlyInAnyOrderElementsOf(FACTORS);
    assertThat(content(merged)).isEqualTo(content(means(parts)));
  }

  @Test
  void aPartAloneIsReadAsFarAsItGoes() {
    byte[] part = part(2, 3, "a21026", "28");

    assertThat(means(List.of(part)).factors()).containsOnlyKeys("a21026");
  }

  @Test
  void aCorrectedPartStandsForItsOwnFactorsAlone() {
    byte[] first = part(1, 2, "a21026", "28");
    byte[] second = part(2, 2, "a21002", "40");
    byte[] corrected = writer(Frames.at(9, 5), "a21026", "29").part(1, 2).toFrame();

    MeansRecord merged = means(List.of(corrected, second, first));

    assertThat(merged.factors().get("a21026").value()).hasToString("29");
    assertThat(merged.factors().get("a21002").value()).hasToString("40");
  }

  /** One upload cut into two to six parts, each a frame with its own QN. */
  private static List<byte[]> parts(Random random) {
    List<String> factors = new ArrayList<>(FACTORS);
    Collections.shuffle(factors, random);
    int parts = 2 + random.nextInt(FACTORS.size() - 1);
    List<byte[]> frames = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      List<String> values = new ArrayList<>();
      for (int factor = part - 1; factor < factors.size(); factor += parts) {
        values.add(factors.get(factor));
        values.add("Avg=" + (10 + random.nextInt(90)) + ",Cou=5,Flag=N");
      }
      frames.add(
          Frames.writer(
                  Frames.MN,
                  "2061",
                  Frames.at(8, 0),
                  Frames.at(9, 1).plusSeconds(part),
                  values.toArray(String[]::new))
              .flag(7)
              .part(part, parts)
              .toFrame());
    }
    return frames;
  }

  private static byte[] part(int number, int of, String factor, String value) {
    return writer(Frames.at(9, 1).plus(Duration.ofSeconds(number)), factor, value)
        .part(number, of)
        .toFrame();
  }

  private static PacketWriter writer(Instant sent, String factor, String value) {
    return Frames.writer(
            Frames.MN, "2061", Frames.at(8, 0), sent, factor, "Avg=" + value + ",Flag=N")
        .flag(7);
  }

  private static MeansRecord means(List<byte[]> frames) {
    try (JournalFixture journal = new JournalFixture()) {
      journal.outlet(JournalFixture.stack());
      frames.forEach(frame -> journal.receive(frame, Frames.at(9, 2)));
      return journal.lastMeans(AveragingPeriod.HOUR, Frames.at(8, 0));
    }
  }

  private static List<String> content(MeansRecord record) {
    return record.factors().entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + entry.getValue().with(0, null, 0, List.of())
                    + record.framesOf(entry.getValue()).stream()
                        .map(frame -> frame.hash())
                        .sorted()
                        .toList())
        .toList();
  }
}

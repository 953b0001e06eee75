package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.contract.Cause;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Measurement;
import io.touchline.domain.Validity;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the stores are read as they were written, and take little. */
class RowCodecsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
  private static final int ROWS = 300;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whatALoggerSaidIsReadDigitByDigitAsItWasWritten(long seed) {
    Random random = new Random(seed);
    for (int row = 0; row < ROWS; row++) {
      UploadRow upload = upload(random);

      assertThat(UploadRowCodec.decode(UploadRowCodec.encode(upload)))
          .as("seed %d, row %d", seed, row)
          .isEqualTo(upload);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void meansAreReadWithTheFramesThatProveThem(long seed) {
    Random random = new Random(seed);
    for (int row = 0; row < ROWS; row++) {
      MeansRecord means = means(random);

      assertThat(MeansRowCodec.INSTANCE.decode(MeansRowCodec.INSTANCE.encode(means)))
          .as("seed %d, row %d", seed, row)
          .isEqualTo(means);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void sumsAreReadToTheMilligram(long seed) {
    Random random = new Random(seed);
    for (int row = 0; row < ROWS; row++) {
      TotalRecord total =
          TotalRecord.of(
                  new Scope(List.of(Scope.Kind.values()).get(random.nextInt(3)), "91630000" + row),
                  "a21026",
                  List.of(TotalPeriod.values()).get(random.nextInt(5)),
                  NOON.minusSeconds(random.nextInt()),
                  random.nextLong() >> (1 + random.nextInt(62)),
                  random.nextInt(1000),
                  random.nextBoolean() ? null : random.nextInt(3) * 1_000_000_000L,
                  random.nextInt(3000))
              .withRevision(random.nextInt(3));

      assertThat(TotalRowCodec.INSTANCE.decode(TotalRowCodec.INSTANCE.encode(total)))
          .as("seed %d, row %d", seed, row)
          .isEqualTo(total);
    }
  }

  @Test
  void sixtyFramesOfAnHourTakeLittleMoreThanTheirHashes() {
    List<FrameRef> frames = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      frames.add(frame(new Random(minute), "touchline.packets", 3, 1_000_000 + minute * 900L));
    }
    RowWriter row = new RowWriter(0);

    FrameRefs.write(frames, row);

    assertThat(row.toBytes().length).isLessThan(60 * (16 + 2) + 40);
  }

  @Test
  void aRowOfAnotherVersionSaysWhatToDo() {
    assertThatThrownBy(() -> UploadRowCodec.decode(new byte[] {1}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of one upload")
        .hasMessageContaining("delete its state directory");
  }

  private static UploadRow upload(Random random) {
    SortedMap<String, UploadRow.Datum> data = new TreeMap<>();
    List<FrameRef> frames = frames(random, 3);
    for (int factor = random.nextInt(14); factor > 0; factor--) {
      int frame = random.nextInt(frames.size());
      data.put(
          "a" + random.nextInt(99_999),
          new UploadRow.Datum(
              new Measurement(
                  number(random),
                  number(random),
                  number(random),
                  List.of("N", "D", "", "n", "故障").get(random.nextInt(5))),
              NOON.plusMillis(frame * 1000L - random.nextInt(2)),
              frames.get(frame)));
    }
    return new UploadRow(data);
  }

  private static MeansRecord means(Random random) {
    List<FrameRef> frames = frames(random, 1 + random.nextInt(70));
    SortedMap<String, MeansRecord.Factor> factors = new TreeMap<>();
    for (int factor = random.nextInt(14); factor > 0; factor--) {
      List<Integer> inputs = new ArrayList<>();
      for (int index = 0; index < frames.size(); index++) {
        if (random.nextInt(10) > 0) {
          inputs.add(index);
        }
      }
      factors.put(
          "a" + random.nextInt(99_999),
          new MeansRecord.Factor(
              1 + random.nextInt(3),
              List.of(Cause.values()).get(random.nextInt(4)),
              1,
              number(random),
              number(random),
              null,
              "mg/m3",
              number(random),
              random.nextBoolean() ? null : random.nextLong(),
              false,
              "44 of 60 valid minutes, 45 needed",
              Validity.Reason.TOO_FEW_PARTS,
              FactorMean.Source.RECOMPUTED,
              inputs,
              null));
    }
    return new MeansRecord(
        MeansRecord.SCHEMA_VERSION,
        Frames.MN,
        AveragingPeriod.HOUR,
        NOON,
        2,
        Cause.BACKFILL,
        factors,
        frames);
  }

  /** Null, none, a usual one, one with zeros behind, one longer than a long. */
  private static Decimal number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> Decimal.of("0.00");
      case 2 -> Decimal.of("-" + random.nextInt(300) + ".50");
      case 3 -> new Decimal(new BigDecimal(new BigInteger(110, random).negate(), 30));
      case 4 -> new Decimal(BigDecimal.valueOf(Long.MIN_VALUE, random.nextInt(20)));
      default -> new Decimal(BigDecimal.valueOf(random.nextInt(5_000_000), random.nextInt(5)));
    };
  }

  private static List<FrameRef> frames(Random random, int size) {
    List<FrameRef> frames = new ArrayList<>();
    for (int frame = 0; frame < size; frame++) {
      frames.add(
          frame(
              random,
              random.nextInt(20) == 0 ? "other" : "touchline.packets",
              random.nextInt(20) == 0 ? 1 : 3,
              random.nextLong() >>> (1 + random.nextInt(40))));
    }
    return frames;
  }

  private static FrameRef frame(Random random, String topic, int partition, long offset) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return new FrameRef(topic, partition, offset, FrameHash.of(bytes));
  }
}

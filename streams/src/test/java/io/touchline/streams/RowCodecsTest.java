package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.contract.Cause;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Judgement;
import io.touchline.domain.Validity;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the stores are read as they were written, and take little. */
class RowCodecsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
  private static final int ROWS = 300;

  private final UploadRows uploads = new UploadRows(Stores.inMemoryKeyValueStore("uploads").get());
  private final MeansRowCodec codec = new MeansRowCodec(uploads);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whatALoggerSaidIsReadDigitByDigitAsItWasWritten(long seed) {
    Random random = new Random(seed);
    for (int row = 0; row < ROWS; row++) {
      UploadRow upload = RandomUploads.row(random, NOON);

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
      MeansRecord means = means(random, RandomUploads.frames(random, 1 + random.nextInt(70)));

      assertThat(codec.decode(codec.encode(means)))
          .as("seed %d, row %d", seed, row)
          .isEqualTo(means);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void meansNameTheFramesOfGatheredMinutesByTheirPlaces(long seed) {
    Random random = new Random(seed);
    List<FrameRef> frames = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      UploadRow row = RandomUploads.row(random, NOON);
      uploads.put(Frames.MN, OutletKey.Level.MINUTE, NOON.plusSeconds(minute * 60L), row);
      row.data().values().forEach(datum -> frames.add(datum.frame()));
    }
    MeansRecord means = means(random, frames.stream().distinct().sorted().toList());
    int writtenOut = codec.encode(means).length;

    uploads.gather(Frames.MN, NOON);
    byte[] named = codec.encode(means);

    assertThat(named.length).isLessThan(writtenOut - 16 * means.frames().size());
    assertThat(codec.decode(named)).isEqualTo(means);

    // Minutes that come late and take the place of others leave what was named where it was.
    uploads.put(Frames.MN, OutletKey.Level.MINUTE, NOON, RandomUploads.row(random, NOON));
    uploads.gather(Frames.MN, NOON);
    assertThat(codec.decode(named)).isEqualTo(means);
    assertThat(codec.decode(codec.encode(means))).isEqualTo(means);
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
      frames.add(
          RandomUploads.frame(
              new Random(minute), "touchline.packets", 3, 1_000_000 + minute * 900L));
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

  private static MeansRecord means(Random random, List<FrameRef> frames) {
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
              RandomUploads.number(random),
              RandomUploads.number(random),
              null,
              "mg/m3",
              RandomUploads.number(random),
              random.nextBoolean() ? null : random.nextLong(),
              false,
              "44 of 60 valid minutes, 45 needed",
              Validity.Reason.TOO_FEW_PARTS,
              FactorMean.Source.RECOMPUTED,
              inputs,
              random.nextBoolean() ? null : judged(random)));
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

  private static MeansRecord.Judged judged(Random random) {
    return new MeansRecord.Judged(
        "a21026/HOUR/bench/1/2020-01-01",
        new OutletRecord.Limit(
            "a21026",
            RandomUploads.number(random),
            Decimal.of("35"),
            "mg/m3",
            List.of(Averaging.values()).get(random.nextInt(Averaging.values().length)),
            EmissionLimit.Basis.CONVERTED,
            "GB 13223-2011",
            "表 1",
            LocalDate.of(2012, 1, 1),
            random.nextBoolean() ? null : LocalDate.of(2030, 12, 31)),
        List.of(Judgement.Verdict.values()).get(random.nextInt(3)),
        RandomUploads.number(random),
        RandomUploads.number(random),
        random.nextBoolean() ? "" : "too few");
  }
}

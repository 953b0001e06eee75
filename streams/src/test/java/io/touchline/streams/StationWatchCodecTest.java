package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.watch.Arrival;
import io.touchline.domain.watch.DataLevel;
import io.touchline.domain.watch.GapRules;
import io.touchline.domain.watch.StationWatch;
import io.touchline.domain.watch.Terms;
import io.touchline.domain.watch.Watching;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StationWatchCodecTest {

  private static final Terms TERMS = new Terms(1, true, Instant.EPOCH, Instant.MAX, true, true);

  private static final List<DataLevel> LEVELS =
      Arrays.asList(null, DataLevel.MINUTE, DataLevel.HOUR, DataLevel.DAY);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyWatchIsReadAsItWasWritten(long seed) {
    Random random = new Random(seed);
    StationWatch watch = StationWatch.NEW;
    Instant now = Frames.at(0, 0);
    for (int i = 0; i < 500; i++) {
      now = now.plusSeconds(random.nextInt(600));
      watch = Watching.arrived(watch, arrival(now, random), TERMS, GapRules.standard()).next();
      assertThat(StationWatchCodec.decode(StationWatchCodec.encode(watch))).isEqualTo(watch);
    }
    assertThat(watch.minute().gaps().missing()).isNotEmpty();
  }

  @Test
  void rowOfAStationThatSendsAsItShouldIsShort() {
    StationWatch watch = StationWatch.NEW;
    for (int minute = 0; minute < 3 * 24 * 60; minute++) {
      Instant now = Frames.at(0, minute + 1);
      watch = took(watch, DataLevel.MINUTE, Frames.at(0, minute), now);
      if (minute % 60 == 59) {
        watch = took(watch, DataLevel.HOUR, Frames.at(0, minute - 59), now);
      }
      if (minute % 1440 == 1439) {
        watch = took(watch, DataLevel.DAY, Frames.at(0, minute - 1439), now);
      }
    }

    assertThat(StationWatchCodec.encode(watch)).hasSizeLessThan(64);
  }

  @Test
  void rowOfAStationThatLosesAsMuchAsIsKeptIsBounded() {
    StationWatch watch = StationWatch.NEW;
    for (int hour = 0; hour < 1000; hour++) {
      Instant now = Frames.at(hour + 1, 0);
      if (hour % 5 < 3) {
        watch = took(watch, DataLevel.HOUR, Frames.at(hour, 0), now);
      }
      for (int minute = 0; minute < 60; minute++) {
        if (minute % 7 < 4) {
          watch = took(watch, DataLevel.MINUTE, Frames.at(hour, minute), now);
        }
      }
    }

    assertThat(watch.minute().gaps().missing()).hasSizeBetween(190, 200);
    assertThat(StationWatchCodec.encode(watch)).hasSizeLessThan(5_000);
  }

  private static StationWatch took(
      StationWatch watch, DataLevel level, Instant at, Instant receivedAt) {
    return Watching.arrived(
            watch,
            new Arrival(receivedAt, level, at, at, receivedAt, false, false, 0, 0),
            TERMS,
            GapRules.standard())
        .next();
  }

  private static Arrival arrival(Instant now, Random random) {
    DataLevel level = LEVELS.get(random.nextInt(LEVELS.size()));
    Instant at = now.minus(Duration.ofMinutes(random.nextInt(300)));
    boolean split = random.nextInt(5) == 0;
    return new Arrival(
        now,
        level,
        at,
        at,
        now.plusSeconds(200 + random.nextInt(5)),
        random.nextInt(20) == 0,
        random.nextInt(20) == 0,
        split ? 1 + random.nextInt(3) : 0,
        split ? 3 : 0);
  }
}

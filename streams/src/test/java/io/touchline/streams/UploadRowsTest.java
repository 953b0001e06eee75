package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Measurement;
import io.touchline.streams.OutletKey.Level;
import io.touchline.streams.UploadRow.Datum;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Minutes are read as they were said, gathered or not. */
class UploadRowsTest {

  private static final String MN = Frames.MN;
  private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
  private static final int HASH_BYTES = 16;

  private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("uploads").get();
  private final UploadRows uploads = new UploadRows(store);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void gatheredMinutesAreReadAsTheyWereSaid(long seed) {
    Random random = new Random(seed);
    SortedMap<Instant, UploadRow> said = new TreeMap<>();
    for (int minute = 0; minute < 60; minute++) {
      if (random.nextInt(5) > 0) {
        said.put(at(minute), RandomUploads.row(random, at(minute)));
      }
    }
    said.forEach((at, row) -> uploads.put(MN, Level.MINUTE, at, row));

    uploads.gather(MN, NOON);

    assertThat(rows()).isEqualTo(1);
    assertThat(uploads.minutes(MN, NOON, at(60))).isEqualTo(said);
    assertThat(uploads.minutes(MN, at(-90), at(20))).isEqualTo(said.headMap(at(20)));
    assertThat(uploads.minutes(MN, at(7), at(200))).isEqualTo(said.tailMap(at(7)));
    said.forEach((at, row) -> assertThat(uploads.get(MN, Level.MINUTE, at)).isEqualTo(row));
    assertThat(uploads.get(MN, Level.HOUR, NOON)).isNull();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whatComesLateStandsAtOnceAndIsGatheredAnew(long seed) {
    Random random = new Random(seed);
    SortedMap<Instant, UploadRow> said = new TreeMap<>();
    for (int round = 0; round < 5; round++) {
      for (int late = 0; late < 20; late++) {
        Instant at = at(random.nextInt(60));
        UploadRow row = RandomUploads.row(random, at);
        said.put(at, row);
        uploads.put(MN, Level.MINUTE, at, row);
      }
      assertThat(uploads.minutes(MN, NOON, at(60))).isEqualTo(said);

      uploads.gather(MN, NOON);

      assertThat(uploads.minutes(MN, NOON, at(60))).isEqualTo(said);
      assertThat(rows()).isEqualTo(1);
    }
  }

  @Test
  void aFrameKeepsItsPlaceWhenAnotherStands() {
    UploadRow first = minute(new Random(1), 0);
    uploads.put(MN, Level.MINUTE, at(0), first);
    uploads.put(MN, Level.MINUTE, at(1), minute(new Random(2), 1));
    uploads.gather(MN, NOON);
    List<FrameRef> before = uploads.framesOf(MN, NOON);

    uploads.put(MN, Level.MINUTE, at(0), minute(new Random(3), -5));
    uploads.gather(MN, NOON);

    assertThat(before).hasSize(2);
    assertThat(uploads.framesOf(MN, NOON)).hasSize(3).startsWith(before.toArray(new FrameRef[0]));
  }

  @Test
  void theFirstOfAnOutletIsItsEarliestMinuteGatheredOrNot() {
    UploadRow noon = minute(new Random(1), 0);
    UploadRow before = minute(new Random(2), -1);
    uploads.put(MN, Level.HOUR, at(-600), minute(new Random(3), -600));
    uploads.put(MN, Level.MINUTE, at(0), noon);
    uploads.gather(MN, NOON);
    uploads.put(MN, Level.MINUTE, at(30), minute(new Random(4), 30));

    assertThat(uploads.first(MN)).isEqualTo(noon);
    uploads.put(MN, Level.MINUTE, at(-1), before);
    assertThat(uploads.first(MN)).isEqualTo(before);
    assertThat(uploads.first("another")).isNull();
  }

  @Test
  void anHourOfTwelveFactorsTakesLittleMoreThanItsDigitsAndHashes() {
    Random random = new Random(1);
    for (int minute = 0; minute < 60; minute++) {
      uploads.put(MN, Level.MINUTE, at(minute), minute(random, minute));
    }
    uploads.gather(MN, NOON);

    int digits = 60 * 12 * 17 / Byte.SIZE;
    assertThat(bytes()).isLessThan(digits + 60 * (HASH_BYTES + 2) + 350);
  }

  @Test
  void aRowOfAnotherVersionSaysWhatToDo() {
    store.put(OutletKey.minutes(MN, NOON), new byte[] {9});

    assertThatThrownBy(() -> uploads.get(MN, Level.MINUTE, at(3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of one hour of minutes")
        .hasMessageContaining("delete its state directory");
  }

  /** Twelve factors with values of 17 bits, all of one frame. */
  private static UploadRow minute(Random random, int minute) {
    SortedMap<String, Datum> data = new TreeMap<>();
    FrameRef frame = RandomUploads.frame(random, "touchline.packets", 3, 1000 + minute * 90L);
    for (int factor = 0; factor < 12; factor++) {
      Decimal value = Decimal.of(random.nextInt(8) + "." + (1000 + random.nextInt(1000)));
      data.put(
          "a2100" + factor,
          new Datum(new Measurement(value, null, null, "N"), at(minute).plusSeconds(60), frame));
    }
    return new UploadRow(data);
  }

  private static Instant at(int minute) {
    return NOON.plusSeconds(minute * 60L);
  }

  private int rows() {
    int rows = 0;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      for (; all.hasNext(); all.next()) {
        rows++;
      }
    }
    return rows;
  }

  private int bytes() {
    int bytes = 0;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        bytes += all.next().value.length;
      }
    }
    return bytes;
  }
}

package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.CommandRecord;
import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.StationDialect;
import io.touchline.domain.Upload;
import io.touchline.domain.watch.HistoryRequest.Outcome;
import io.touchline.hj212.Edition;
import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.JournalEvent.RequestEnded;
import io.touchline.streams.JournalEvent.Sending;
import io.touchline.streams.JournalEvent.UploadKept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the watch knows is in its store and nowhere else. */
class WatchStationsTest {

  private static final int EVENTS = 300;
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  private static final List<OutletKey.Level> LEVELS = List.of(OutletKey.Level.values());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void stepThatStartsAnewAtAnyMomentWritesTheSameRecords(long seed) {
    List<JournalEvent> events = events(new Random(seed));
    Random restarts = new Random(seed + 1);

    List<Object> undisturbed = run(events, event -> false);

    assertThat(undisturbed).hasAtLeastOneElementOfType(CommandRecord.class);
    assertThat(undisturbed).hasAtLeastOneElementOfType(QualityRecord.class);
    assertThat(run(events, event -> restarts.nextInt(3) == 0)).isEqualTo(undisturbed);
    assertThat(run(events, event -> true)).isEqualTo(undisturbed);
  }

  private static List<Object> run(List<JournalEvent> events, IntPredicate restartsBefore) {
    MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    KeyValueStore<String, byte[]> profiles =
        JournalStores.profiles(JournalSettings.standard().inMemory()).build();
    KeyValueStore<String, byte[]> watches =
        JournalStores.watches(JournalSettings.standard().inMemory()).build();
    profiles.init(context.getStateStoreContext(), profiles);
    watches.init(context.getStateStoreContext(), watches);
    profiles.put(Frames.MN, Json.text(profile()).getBytes(StandardCharsets.UTF_8));
    WatchStations step = start(context);
    for (int i = 0; i < events.size(); i++) {
      if (restartsBefore.test(i)) {
        step = start(context);
      }
      step.process(new Record<>(Frames.MN, events.get(i), 0));
    }
    List<Object> published = new ArrayList<>();
    context.forwarded().forEach(forwarded -> published.add(forwarded.record().value()));
    return published;
  }

  private static WatchStations start(MockProcessorContext<String, Object> context) {
    WatchStations step = new WatchStations(JournalSettings.standard());
    step.init(context);
    return step;
  }

  private static OutletRecord profile() {
    return JournalFixture.stack()
        .withDialect(new StationDialect(null, null, null, null, null, null, null, true, true));
  }

  /** Uploads of all levels with losses, late ones, splits, a clock that goes wrong, and answers. */
  private static List<JournalEvent> events(Random random) {
    List<JournalEvent> events = new ArrayList<>();
    Instant now = Frames.at(0, 0);
    for (int i = 0; i < EVENTS; i++) {
      now = now.plusSeconds(20 + random.nextInt(400));
      if (random.nextInt(30) == 0) {
        now = now.plus(Duration.ofHours(random.nextInt(5)));
      }
      if (random.nextInt(10) == 0) {
        answer(events, now, random);
      }
      events.add(upload(now, i > EVENTS / 2 ? 200 : 0, random));
    }
    return events;
  }

  /** An answer to what was asked last, by all the events so far. */
  private static void answer(List<JournalEvent> events, Instant now, Random random) {
    List<Object> published = run(events, event -> false);
    for (int i = published.size() - 1; i >= 0; i--) {
      if (published.get(i) instanceof CommandRecord command
          && command.origin() == CommandRecord.Origin.GAP) {
        Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        events.add(
            new RequestEnded(
                Frames.MN,
                GapCommands.requestOf(Frames.MN, command.id()).orElseThrow(),
                outcome,
                now));
        return;
      }
    }
  }

  private static UploadKept upload(Instant now, int fastBySeconds, Random random) {
    OutletKey.Level level = LEVELS.get(random.nextInt(LEVELS.size()));
    Instant at =
        switch (level) {
          case MINUTE -> now.minusSeconds(60 + now.getEpochSecond() % 60);
          case HOUR -> UploadKind.HOUR.startOf(now.minusSeconds(3600));
          case DAY -> UploadKind.DAY.startOf(now.minusSeconds(86_400));
        };
    boolean split = random.nextInt(10) == 0;
    Sending sending =
        new Sending(
            now.plusSeconds(fastBySeconds + random.nextInt(3)),
            at,
            random.nextInt(10) == 0 ? Edition.V2025 : Edition.V2017,
            split ? 1 + random.nextInt(2) : 0,
            split ? 2 : 0);
    Upload upload = new Upload(new TreeMap<>(), new TreeMap<>());
    return new UploadKept(
        new FrameRead(
            Frames.MN, level, at, upload, sending.qn(), now, random.nextInt(40) == 0, sending),
        upload,
        true,
        false);
  }
}

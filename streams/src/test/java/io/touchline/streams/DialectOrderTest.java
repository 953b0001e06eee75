package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationKeysRecord;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frames, the registry's entry and the keys come by three topics, and no order among these is
 * promised. Each case is one seed; a failure names it.
 */
class DialectOrderTest {

  private static final String REGISTERED = "0123456789abcdef";
  private static final String RENEWED = "fedcba9876543210";
  private static final int HOURS = 12;
  private static final List<CheckMode> CHECKS = List.of(CheckMode.values());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverComesFirstTheSameIsReadAndJudged(long seed) {
    Random random = new Random(seed);
    List<Consumer<JournalFixture>> input = new ArrayList<>();
    OutletRecord outlet = outlet(random);
    input.add(journal -> journal.outlet(outlet));
    StationKeysRecord keys = StationDialectsTest.keys(RENEWED);
    input.add(journal -> journal.keys(keys));
    for (int hour = 0; hour < HOURS; hour++) {
      addUploads(hour, outlet, random, input);
    }

    List<String> inOrder = run(input);
    Collections.shuffle(input, random);
    List<String> shuffled = run(input);

    assertThat(inOrder).hasSizeGreaterThanOrEqualTo(HOURS);
    assertThat(shuffled).isEqualTo(inOrder);
  }

  private static List<String> run(List<Consumer<JournalFixture>> input) {
    try (JournalFixture journal = JournalFixture.waiting()) {
      input.forEach(step -> step.accept(journal));
      journal.endOfInput();
      assertThat(journal.quarantined).isEmpty();
      return contentOf(journal);
    }
  }

  private static List<String> contentOf(JournalFixture journal) {
    TreeMap<String, String> content = new TreeMap<>();
    journal.means.forEach(
        record ->
            record
                .factors()
                .forEach(
                    (factor, mean) ->
                        content.put(
                            record.key() + factor,
                            mean.with(0, null, 0, List.of())
                                + record.framesOf(mean).stream()
                                    .map(frame -> frame.hash())
                                    .sorted()
                                    .toList()
                                    .toString())));
    journal
        .episodes()
        .forEach(
            (key, episode) -> {
              if (episode.state() != ExceedanceRecord.State.WITHDRAWN) {
                content.put(key, episode.state() + " " + episode.to() + " " + episode.worst());
              }
            });
    return content.entrySet().stream().map(entry -> entry.getKey() + entry.getValue()).toList();
  }

  /** A dialect of any kind, with limits so that there is something to judge. */
  private static OutletRecord outlet(Random random) {
    Dialect dialect =
        new Dialect().check(CHECKS.get(random.nextInt(CHECKS.size()))).key(REGISTERED);
    if (random.nextBoolean()) {
      dialect.length(LengthMode.LENIENT);
    }
    if (random.nextBoolean()) {
      dialect.stampsEnd();
    }
    if (random.nextBoolean()) {
      dialect.factor("SO2", "a21026").unit("a21026", "ug/m3");
    }
    return JournalFixture.stack(JournalFixture.hourLimit("a21026", "35", Basis.MEASURED))
        .withDialect(dialect.get());
  }

  /** An hour's upload, now and then a correction or a repeat of it, in the station's own way. */
  private static void addUploads(
      int hour, OutletRecord outlet, Random random, List<Consumer<JournalFixture>> input) {
    boolean mapped = !outlet.dialect().factors().isEmpty();
    Instant stamp = Frames.at(hour + (outlet.dialect().stampsEnd() ? 1 : 0), 0);
    int uploads = 1 + random.nextInt(2);
    for (int upload = 0; upload < uploads; upload++) {
      Instant sent = Frames.at(hour + 1, 1 + upload);
      int value = 25 + random.nextInt(20);
      PacketWriter writer =
          Frames.writer(
              Frames.MN,
              "2061",
              stamp,
              sent,
              mapped ? "SO2" : "a21026",
              "Avg=" + (mapped ? value * 1000 : value) + ",Flag=N");
      byte[] frame = spoken(writer, outlet, random);
      Consumer<JournalFixture> step = journal -> journal.receive(frame, sent.plusSeconds(5));
      input.add(step);
      if (random.nextInt(4) == 0) {
        input.add(step);
      }
    }
  }

  private static byte[] spoken(PacketWriter writer, OutletRecord outlet, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> writer.enciphered(Sm4Key.parse(REGISTERED)).toFrame();
      case 1 -> writer.enciphered(Sm4Key.parse(RENEWED)).toFrame();
      case 2 -> odd(writer.toFrame(), outlet, random);
      default -> writer.toFrame();
    };
  }

  private static byte[] odd(byte[] frame, OutletRecord outlet, Random random) {
    byte[] checked = Dialect.checkedBy(outlet.dialect().check(), frame);
    return outlet.dialect().length() == LengthMode.LENIENT && random.nextBoolean()
        ? Dialect.declaring(4, checked)
        : checked;
  }
}

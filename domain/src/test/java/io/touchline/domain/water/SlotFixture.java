package io.touchline.domain.water;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.water.Slot.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Slots of one day for tests. */
final class SlotFixture {

  static final Instant DAY = ChinaTime.parse("2026-01-01T00:00:00+08:00");
  static final Duration HOUR = Duration.ofHours(1);
  static final WaterMethod WEIGHTED = WaterMethod.undeclared("MN1", DAY);
  static final WaterMethod PLAIN =
      new WaterMethod(
          "MN1",
          WaterMethod.Averaging.PLAIN,
          Decimal.of("75"),
          "permit",
          LocalDate.of(2020, 1, 1),
          null);

  private SlotFixture() {}

  /** {@code "52 300"}, {@code "52 300 CALIBRATION"}, {@code "- 300"}, {@code "52 -"}. */
  static Slot slot(int hour, String text) {
    String[] words = text.strip().split(" ", -1);
    return new Slot(
        DAY.plus(HOUR.multipliedBy(hour)),
        number(words[0]),
        number(words[1]),
        words.length > 2 ? Kind.valueOf(words[2]) : Kind.ORDINARY,
        new TreeSet<>(List.of(new FrameRef("packets", 0, hour, "00"))));
  }

  private static Decimal number(String word) {
    return word.equals("-") ? null : Decimal.of(word);
  }

  /** The slots of hour 0 on, parted by commas; an empty one did not come. */
  static List<Slot> slots(String texts) {
    List<Slot> slots = new ArrayList<>();
    String[] parts = texts.split(",", -1);
    for (int hour = 0; hour < parts.length; hour++) {
      if (!parts[hour].isBlank()) {
        slots.add(slot(hour, parts[hour]));
      }
    }
    return slots;
  }

  /** So many hours alike. */
  static List<Slot> alike(int from, int to, String text) {
    List<Slot> slots = new ArrayList<>();
    for (int hour = from; hour < to; hour++) {
      slots.add(slot(hour, text));
    }
    return slots;
  }

  /** Two days of anything, with second accounts of some slots. */
  static List<Slot> anything(Random random) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Kind[] kinds = Kind.values();
      Kind kind = random.nextInt(3) == 0 ? kinds[random.nextInt(kinds.length)] : Kind.ORDINARY;
      slots.add(
          new Slot(
              DAY.plus(HOUR.multipliedBy(random.nextInt(48))),
              random.nextInt(10) == 0 ? null : Decimal.of("" + (random.nextInt(1000) - 20)),
              random.nextInt(10) == 0 ? null : Decimal.of("" + (random.nextInt(40) * 10)),
              kind,
              new TreeSet<>(
                  List.of(new FrameRef("packets", random.nextInt(2), random.nextInt(9), "00")))));
    }
    return slots;
  }
}

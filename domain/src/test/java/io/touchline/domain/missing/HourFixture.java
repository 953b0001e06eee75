package io.touchline.domain.missing;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.FrameRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Hours of the third quarter of 2026 and the time before it, for tests. */
final class HourFixture {

  static final Quarter Q3 = new Quarter(2026, 3);
  static final Instant START = ChinaTime.parse("2026-07-01T00:00:00+08:00");
  static final String SO2 = "a21026";
  static final long KG = 1_000_000;

  private final List<MassHour> hours = new ArrayList<>();

  /**
   * Every hour from {@code before} hours ahead of the quarter to its end is measured, 1 kg each.
   */
  static HourFixture measured(int before) {
    HourFixture fixture = new HourFixture();
    for (int hour = -before; hour < 2208; hour++) {
      fixture.hours.add(hour(hour, HourState.MEASURED, KG));
    }
    return fixture;
  }

  static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  static MassHour hour(int hour, HourState state, Long massMg) {
    return new MassHour(
        at(hour),
        state,
        massMg,
        new TreeSet<>(List.of(new FrameRef("packets", 0, 10_000 + hour, "00"))));
  }

  /** Hours {@code [from, to)} become such. */
  HourFixture with(int from, int to, HourState state) {
    for (int hour = from; hour < to; hour++) {
      replace(hour(hour, state, null));
    }
    return this;
  }

  /** That hour measured so much, in tenths of a kilogram. */
  HourFixture peak(int hour, long tenths) {
    replace(hour(hour, HourState.MEASURED, tenths * KG / 10));
    return this;
  }

  private void replace(MassHour hour) {
    hours.removeIf(one -> one.start().equals(hour.start()));
    hours.add(hour);
  }

  List<MassHour> hours() {
    return hours;
  }

  /** A quarter of anything, with holes and second accounts. */
  static List<MassHour> anything(Random random) {
    List<MassHour> hours = new ArrayList<>();
    HourState state = HourState.MEASURED;
    for (int hour = -400; hour < 2208; hour++) {
      if (random.nextInt(20) == 0) {
        boolean good = random.nextInt(4) > 0;
        state = good ? HourState.MEASURED : List.of(HourState.values()).get(random.nextInt(11));
      }
      for (int account = random.nextInt(12) == 0 ? 2 : 1; account > 0; account--) {
        if (random.nextInt(100) > 0) {
          hours.add(
              new MassHour(
                  at(hour),
                  state,
                  (long) random.nextInt(50),
                  new TreeSet<>(List.of(new FrameRef("packets", 0, random.nextInt(3), "00")))));
        }
      }
    }
    return hours;
  }
}

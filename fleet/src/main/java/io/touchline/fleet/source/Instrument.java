package io.touchline.fleet.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One factor at one outlet: its value by the minute as a whole number of the last decimal it is
 * sent with. A typical level goes up and down with the day, wanders from hour to hour, trembles
 * from minute to minute, and does what the outlet's behaviour adds.
 */
final class Instrument {

  private static final long MILLION = 1_000_000;

  /** Within one minute instruments tremble this much less than from one to the next. */
  private static final long TREMBLE_WITHIN = 4;

  private final InstrumentTraits traits;
  private final long typical;
  private final long series;
  private final Map<Effect.Kind, List<Effect>> effects = new EnumMap<>(Effect.Kind.class);

  /**
   * @param typical level in units of the last decimal
   * @param effects of the outlet's behaviour; of two of a kind at one time the later stands
   */
  Instrument(String mn, InstrumentTraits traits, long typical, List<Effect> effects, long seed) {
    this.traits = traits;
    this.typical = typical;
    this.series = Noise.seed(mn + '/' + traits.factor(), seed);
    for (Effect effect : effects) {
      if (effect.concerns(traits.factor(), traits.isPollutant())) {
        this.effects.computeIfAbsent(effect.kind(), kind -> new ArrayList<>()).add(0, effect);
      }
    }
  }

  InstrumentTraits traits() {
    return traits;
  }

  /** The mean of one minute. */
  long value(long minute) {
    long level = permille(Effect.Kind.LEVEL, minute);
    return Fixed.divide(Math.multiplyExact(typical * level, ups(minute)), 1000 * MILLION);
  }

  /** How far a single reading within the minute may lie from its mean. */
  long spread(long minute, int which) {
    long amplitude = Math.abs(typical) * traits.noise() / TREMBLE_WITHIN;
    long random = Math.abs(Noise.permille(series + 1 + which, minute));
    return Fixed.divide(amplitude * random, MILLION);
  }

  /** A reading at one second. */
  long reading(long minute, int second) {
    long amplitude = Math.abs(typical) * traits.noise() / TREMBLE_WITHIN;
    return value(minute)
        + Fixed.divide(amplitude * Noise.permille(series + 3, minute * 60 + second), MILLION);
  }

  /** N for valid data. */
  String flag(long minute) {
    for (Effect effect : effects.getOrDefault(Effect.Kind.FLAG, List.of())) {
      if (effect.isOn(minute)) {
        return effect.value();
      }
    }
    return "N";
  }

  /** The ups and downs around 1,000,000. */
  private long ups(long minute) {
    long swing = traits.swing() * DailyShape.permille(Civil.minuteOfDay(minute));
    long wander = traits.wander() * Noise.smoothPermille(series, minute, 60);
    long noise = traits.noise() * Noise.permille(series, minute + MILLION * MILLION);
    return MILLION + (swing + wander + noise) * permille(Effect.Kind.VARIATION, minute) / 1000;
  }

  private long permille(Effect.Kind kind, long minute) {
    for (Effect effect : effects.getOrDefault(kind, List.of())) {
      if (effect.isOn(minute)) {
        return effect.permille();
      }
    }
    return 1000;
  }
}

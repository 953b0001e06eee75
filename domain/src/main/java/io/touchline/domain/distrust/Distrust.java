package io.touchline.domain.distrust;

import io.touchline.domain.FactorBook;
import io.touchline.domain.distrust.Suspicion.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All tests of the data. Those of hours look at stretches whose ends lie in the series; those of
 * months want a calendar month with the days before it that they look back over.
 */
public final class Distrust {

  /** How far before and after an hour the tests of hours must see to tell of it. */
  public static final Duration REACH = Duration.ofDays(1);

  /** How far before a month the tests of months look. */
  public static final Duration BEFORE_MONTH = Duration.ofDays(3);

  private static final Set<Kind> OF_OXYGEN = EnumSet.of(Kind.OXYGEN_HIGH, Kind.CHANGED_OXYGEN);

  private static final Set<Kind> OF_FLOW = EnumSet.of(Kind.DECLARED_STOP, Kind.FLOW_BALANCE);

  private static final Map<Kind, Detector> HOURS = new EnumMap<>(Kind.class);
  private static final Map<Kind, Detector> MONTHS = new EnumMap<>(Kind.class);

  static {
    HOURS.put(Kind.FROZEN, new FrozenDetector());
    HOURS.put(Kind.FLAT_LINE, new FlatLineDetector());
    HOURS.put(Kind.STRAIGHT_LINE, new StraightLineDetector());
    HOURS.put(Kind.RANGE_CLIP, new RangeClipDetector());
    HOURS.put(Kind.OXYGEN_HIGH, new OxygenDetector());
    HOURS.put(Kind.CONVERSION_DIFFERS, new ConversionDetector());
    HOURS.put(Kind.IMPOSSIBLE_CHEMISTRY, new ChemistryDetector());
    HOURS.put(Kind.UNMOVED_BY_FLOW, new UnmovedByFlowDetector());
    HOURS.put(Kind.CHANGED_OXYGEN, new ChangedOxygenDetector());
    MONTHS.put(Kind.LIMIT_HUGGING, new LimitHuggingDetector());
    MONTHS.put(Kind.STEP, new StepDetector());
    MONTHS.put(Kind.COPIED_BLOCK, new CopiedBlockDetector());
    MONTHS.put(Kind.NIGHT_SHIFT, new NightShiftDetector());
    MONTHS.put(Kind.DECLARED_STOP, new DeclaredStopDetector());
    MONTHS.put(Kind.FLOOR_HUGGING, new FloorHuggingDetector());
    MONTHS.put(Kind.DECOUPLING, new DecouplingDetector());
    MONTHS.put(Kind.MARK_ABUSE, new MarkAbuseDetector());
    MONTHS.put(Kind.MARKED_TOO_LONG, new MarkedTooLongDetector());
    MONTHS.put(Kind.FLOW_BALANCE, new FlowBalanceDetector());
    MONTHS.put(Kind.CHECK_THEATRE, new CheckTheatreDetector());
  }

  private Distrust() {}

  /** The kinds that are found hour by hour. */
  public static Set<Kind> ofHours() {
    return HOURS.keySet();
  }

  /** The kinds that are found month by month. */
  public static Set<Kind> ofMonths() {
    return MONTHS.keySet();
  }

  /** What one kind of test finds of one factor. */
  public static List<Suspicion> find(Kind kind, String factor, HourSeries series) {
    // Equal hours of load are how a plant is run, and oxygen repeats at the tenth it is sent in.
    if (FactorBook.isFlow(factor) != OF_FLOW.contains(kind)
        || FactorBook.isOxygen(factor) != OF_OXYGEN.contains(kind)) {
      return List.of();
    }
    Detector detector = HOURS.containsKey(kind) ? HOURS.get(kind) : MONTHS.get(kind);
    return detector.find(factor, series);
  }

  /** The factors that tests are about: pollutants, and the flow and oxygen beside them. */
  public static Set<String> factors(HourSeries series) {
    return series.factors();
  }
}

package io.touchline.domain.missing;

import io.touchline.domain.missing.SubstitutedHour.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Fills the mass of invalid hours of one quarter by the tables of HJ 75-2017: the maximum of the
 * last 180, 720 or 2160 measured hours before the failure or the last calibration.
 *
 * <p>Our reading where the sheet is silent, to be checked: a stretch is all invalid hours in a row,
 * whatever their causes and beyond the quarter too, and a stop ends it; the last calibration is the
 * last before the stretch; each hour goes by the table of its own cause.
 */
public final class MassSubstitution {

  private static final Comparator<MassHour> GREATEST =
      Comparator.comparing(MassHour::massMg)
          .thenComparing(Comparator.comparing(MassHour::start).reversed());

  private final String factor;
  private final CaptureRate capture;
  private final NavigableSet<Instant> calibrations;
  private final List<MassHour> measured;
  private final Map<Lookback, Looked> lookbacks = new HashMap<>();

  private record Lookback(Instant before, int hours) {}

  /** What a look back finds; all hours of a stretch share it. The maximum is null where none is. */
  private record Looked(List<MassHour> hours, MassHour maximum) {}

  private MassSubstitution(
      String factor, CaptureRate capture, Collection<Instant> calibrations, HourGrid grid) {
    this.factor = factor;
    this.capture = capture;
    this.calibrations = new TreeSet<>(calibrations);
    this.measured =
        grid.hours().stream().filter(hour -> hour.state() == HourState.MEASURED).toList();
  }

  /**
   * The series of one quarter.
   *
   * @param calibrations when calibrations were passed
   * @param known hours of the quarter, and before it as far back as the tables look
   */
  public static SubstitutedSeries of(
      String factor,
      Quarter quarter,
      Collection<Instant> calibrations,
      Collection<MassHour> known) {
    return of(factor, quarter, quarter.start(), quarter.end(), calibrations, known);
  }

  /**
   * The same of the part of a quarter in which data were due: from the outlet's first hour, and as
   * far as its days have ended.
   */
  public static SubstitutedSeries of(
      String factor,
      Quarter quarter,
      Instant from,
      Instant to,
      Collection<Instant> calibrations,
      Collection<MassHour> known) {
    HourGrid grid = HourGrid.covering(from, to, known);
    CaptureRate capture = CaptureRate.of(from, to, known);
    MassSubstitution rule = new MassSubstitution(factor, capture, calibrations, grid);
    return new SubstitutedSeries(
        factor,
        quarter,
        capture,
        rule.fill(grid.hours()).stream()
            .filter(one -> !one.hour().start().isBefore(from) && one.hour().start().isBefore(to))
            .toList(),
        grid.overruled());
  }

  private List<SubstitutedHour> fill(List<MassHour> hours) {
    List<SubstitutedHour> filled = new ArrayList<>();
    int at = 0;
    while (at < hours.size()) {
      int end = at;
      while (end < hours.size() && hours.get(end).state().isInvalid()) {
        end++;
      }
      for (MassHour hour : hours.subList(at, end)) {
        filled.add(fill(hour, hours.get(at).start(), end - at));
      }
      if (end < hours.size()) {
        filled.add(SubstitutedHour.asItCame(hours.get(end)));
      }
      at = end + 1;
    }
    return filled;
  }

  private SubstitutedHour fill(MassHour hour, Instant failure, int run) {
    if (!SubstitutionRow.fills(factor)) {
      return SubstitutedHour.unfilled(hour, Outcome.NOT_THIS_FACTOR, null, run);
    }
    SubstitutionRow row =
        SubstitutionRow.of(factor, hour.state(), hour.start(), capture, run).orElse(null);
    if (row == null || row.lookback() == null) {
      Outcome outcome = row == null ? Outcome.NO_ROW : Outcome.CAPTURE_TOO_LOW;
      return SubstitutedHour.unfilled(hour, outcome, row, run);
    }
    boolean byFailure = row.before() == SubstitutionRow.Before.FAILURE;
    Instant before = byFailure ? failure : calibrations.floor(failure);
    if (before == null) {
      return SubstitutedHour.unfilled(hour, Outcome.NO_CALIBRATION, row, run);
    }
    Looked looked = lookbacks.computeIfAbsent(new Lookback(before, row.lookback()), this::look);
    if (looked.maximum() == null) {
      return SubstitutedHour.unfilled(hour, Outcome.NO_MEASURED_HOUR, row, run);
    }
    boolean whole = looked.hours().size() == row.lookback();
    return new SubstitutedHour(
        hour,
        looked.maximum().massMg(),
        whole ? Outcome.SUBSTITUTED : Outcome.SUBSTITUTED_FROM_FEWER,
        row,
        run,
        before,
        looked.maximum(),
        looked.hours());
  }

  /** The last measured hours that end by then. */
  private Looked look(Lookback wanted) {
    List<MassHour> earlier =
        measured.stream()
            .filter(hour -> !hour.start().plus(HourGrid.HOUR).isAfter(wanted.before()))
            .toList();
    List<MassHour> hours =
        List.copyOf(earlier.subList(Math.max(0, earlier.size() - wanted.hours()), earlier.size()));
    return new Looked(hours, hours.stream().max(GREATEST).orElse(null));
  }
}

package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Validity;
import io.touchline.domain.distrust.HourSeries.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Five or more checks in a row that came out the same to the last digit (rule sheet 7.17: theatre
 * of zero and span checks). A check is a stretch of hours that the logger itself flags as
 * calibration; it came out the same where as many hours of it say the same. A real analyser
 * scatters. What reads 0 throughout says nothing: many loggers send 0 where they send no reading.
 */
final class CheckTheatreDetector implements Detector {

  private static final String CALIBRATION = "flag C";

  /** A month of daily checks is as plain as can be. */
  private static final int PLAIN = 30;

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Point> flagged = new ArrayList<>();
    series.hours().forEach((start, means) -> addIfChecked(flagged, start, means.get(factor)));
    List<Suspicion> found = new ArrayList<>();
    List<List<Point>> same = new ArrayList<>();
    for (List<Point> check : Runs.where(flagged, hour -> true)) {
      if (!same.isEmpty() && !values(check).equals(values(same.get(0)))) {
        add(found, factor, same);
        same = new ArrayList<>();
      }
      same.add(check);
    }
    add(found, factor, same);
    return found;
  }

  private static void addIfChecked(List<Point> flagged, Instant start, FactorMean mean) {
    if (mean != null
        && mean.value() != null
        && mean.validity().reason() == Validity.Reason.FLAGGED
        && mean.validity().detail().equals(CALIBRATION)) {
      flagged.add(new Point(start, mean.value()));
    }
  }

  private static List<Decimal> values(List<Point> check) {
    return check.stream().map(Point::value).toList();
  }

  private static void add(List<Suspicion> found, String factor, List<List<Point>> same) {
    if (same.size() < Figure.THEATRE_CHECKS.hours()
        || values(same.get(0)).stream().allMatch(Decimal::isZero)) {
      return;
    }
    List<Point> last = same.get(same.size() - 1);
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("checks", Integer.toString(same.size()));
    evidence.put("value", Runs.greatest(last).toString());
    found.add(
        new Suspicion(
            Suspicion.Kind.CHECK_THEATRE,
            factor,
            Runs.from(same.get(0)),
            Runs.to(last),
            HourSeries.score(same.size(), PLAIN),
            evidence));
  }
}

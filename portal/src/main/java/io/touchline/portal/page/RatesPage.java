package io.touchline.portal.page;

import io.touchline.domain.rate.Counters;
import io.touchline.domain.rate.PassMark;
import java.time.YearMonth;
import java.util.List;

/**
 * What the page of transmission rates says of one month.
 *
 * @param month null while nothing was counted
 * @param whole all places together
 */
public record RatesPage(YearMonth month, Counters whole, List<Place> provinces) {

  /**
   * A province with its prefectures.
   *
   * @param code first two digits of its GB/T 2260 code, "" where it is not registered
   */
  public record Place(
      String code, Counters completed, Counters realTime, PassMark mark, List<Prefecture> parts) {

    /** How many of its outlets lie below the pass mark; none where nobody checked the mark. */
    public long below() {
      return !mark.source().verified()
          ? 0
          : parts.stream()
              .flatMap(part -> part.outlets().stream())
              .filter(outlet -> !outlet.completed().passes(mark.percent()))
              .count();
    }
  }

  /** A prefecture, or what the registry calls the place, with its outlets, the worst first. */
  public record Prefecture(
      String name, Counters completed, Counters realTime, List<Outlet> outlets) {}

  /** One outlet; names are null where the registry does not know it. */
  public record Outlet(
      String mn, String enterprise, String name, Counters completed, Counters realTime) {}
}

package io.touchline.domain.rate;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How much of what must be made public is (公布率): of a discharger's own monitoring what its plan
 * demands, of supervisory monitoring what was sampled.
 *
 * @param due results that had to be public by the day
 * @param published those of them that are, each counted once
 * @param percent rounded half to even at four places; null where nothing was due
 * @param mark what must be reached there, null where no row holds; it is a floor of a whole place
 *     and not the pass mark of one enterprise
 */
public record DisclosureRate(Kind kind, int due, int published, Decimal percent, Mark mark) {

  /** Whose monitoring it is. */
  public enum Kind {
    /** 企业自行监测结果公布率. */
    SELF_MONITORING,
    /** 监督性监测结果公布率. */
    SUPERVISORY
  }

  /**
   * One result that must be made public.
   *
   * @param due day by which it must be
   * @param publishedOn day on which it was, null where it was not
   */
  public record Result(String mn, String factor, LocalDate due, LocalDate publishedOn) {}

  /** A floor as a dated row ({@code regulation/disclosure-marks.csv}). */
  public record Mark(Kind kind, String region, Decimal percent, RuleFile.Source source) {}

  private static final List<Mark> MARKS =
      RuleFile.read("disclosure-marks").stream()
          .map(
              cells ->
                  new Mark(
                      Kind.valueOf(cells.get(0)),
                      cells.get(1),
                      Decimal.of(cells.get(2)),
                      RuleFile.source(cells)))
          .toList();

  /**
   * The rate of results that were due from first to last day, as it stands on a day: a publication
   * after it does not count yet, one after its due day does.
   *
   * @param region GB/T 2260 code
   */
  public static DisclosureRate of(
      Kind kind,
      String region,
      LocalDate first,
      LocalDate last,
      LocalDate day,
      Collection<Result> results) {
    List<Result> due =
        results.stream()
            .filter(result -> !result.due().isBefore(first) && !result.due().isAfter(last))
            .filter(result -> !result.due().isAfter(day))
            .toList();
    int published =
        (int)
            due.stream()
                .filter(
                    result -> result.publishedOn() != null && !result.publishedOn().isAfter(day))
                .count();
    return new DisclosureRate(
        kind,
        due.size(),
        published,
        due.isEmpty() ? null : percent(published, due.size()),
        markOf(kind, region, last).orElse(null));
  }

  /** Whether the floor is reached: empty where there is none, or nothing was due. */
  public Optional<Boolean> reaches() {
    return mark == null || due == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(published)
                    .movePointRight(2)
                    .compareTo(mark.percent().number().multiply(BigDecimal.valueOf(due)))
                >= 0);
  }

  private static Optional<Mark> markOf(Kind kind, String region, LocalDate day) {
    return MARKS.stream()
        .filter(row -> row.kind() == kind && region.startsWith(row.region()))
        .filter(row -> row.source().holdsAt(ChinaTime.instant(day.atStartOfDay())))
        .findFirst();
  }

  private static Decimal percent(int published, int due) {
    return Decimal.computed(
        BigDecimal.valueOf(published)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(due), MathContext.DECIMAL128));
  }
}

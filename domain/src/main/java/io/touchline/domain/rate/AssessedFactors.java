package io.touchline.domain.rate;

import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The factors whose data are counted, as dated rows ({@code regulation/assessed-factors.csv}). */
public final class AssessedFactors {

  private record Row(Medium medium, List<String> factors, RuleFile.Source source) {}

  private static final List<Row> ROWS =
      RuleFile.read("assessed-factors").stream()
          .map(
              cells ->
                  new Row(
                      Medium.valueOf(cells.get(0)),
                      Arrays.asList(cells.get(1).split(" ")),
                      RuleFile.source(cells)))
          .toList();

  private AssessedFactors() {}

  /**
   * Those of an outlet: that a limit of its applies to at that time, or, where the registry has no
   * limit for any, that it sent.
   */
  public static SortedSet<String> of(OutletProfile profile, Instant at, Collection<String> sent) {
    SortedSet<String> limited = new TreeSet<>();
    for (EmissionLimit limit : profile.limits()) {
      if (limit.holdsAt(at)) {
        limited.add(limit.factor());
      }
    }
    SortedSet<String> assessed = new TreeSet<>();
    ROWS.stream()
        .filter(row -> row.medium() == profile.medium() && row.source().holdsAt(at))
        .forEach(row -> assessed.addAll(row.factors()));
    SortedSet<String> both = new TreeSet<>(assessed);
    both.retainAll(limited);
    if (both.isEmpty()) {
      both.addAll(assessed);
      both.retainAll(sent);
    }
    return both;
  }
}

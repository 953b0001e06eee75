package io.touchline.app.registry;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.regulation.LimitCandidate;
import io.touchline.domain.regulation.LimitChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Limits of outlets that would allow more than the standard does. */
final class LimitReview {

  private final LocalDate asOf;
  private final Findings findings;
  private final StandardColumns standards;

  LimitReview(LocalDate asOf, Findings findings, StandardColumns standards) {
    this.asOf = asOf;
    this.findings = findings;
    this.standards = standards;
  }

  void check(List<LimitTable.Placed> limits) {
    limits.forEach(this::check);
  }

  /** On the day of the review, or on the first on which a coming row holds. */
  private void check(LimitTable.Placed placed) {
    EmissionLimit limit = placed.limit().toDomain();
    LocalDate day = limit.validFrom().isAfter(asOf) ? limit.validFrom() : asOf;
    Instant at = ChinaTime.instant(day.atStartOfDay());
    if (!limit.holdsAt(at)) {
      return;
    }
    List<LimitCandidate> others =
        standards.speaking(placed.mn()).stream()
            .filter(other -> other.limit().basis() == limit.basis())
            .toList();
    LimitChoice.of(others, limit.factor(), limit.averaging(), at)
        .map(LimitChoice::chosen)
        .filter(standard -> LimitChoice.isLaxer(limit, standard.limit()))
        .ifPresent(
            standard ->
                findings.warning(
                    placed.row(),
                    "value",
                    "review.laxer",
                    LimitText.figure(limit),
                    LimitText.figure(standard.limit()),
                    standard.limit().source() + ' ' + standard.limit().clause()));
  }
}

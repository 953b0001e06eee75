package io.touchline.domain.cases;

import io.touchline.domain.Decimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One line of a yellow or red list as the public reads it.
 *
 * @param grounds with their text, "; " between
 * @param factors pollutant codes
 * @param maxMultiple (value − limit) / limit of the worst, null where there is none
 * @param exceedingDays the greatest count of days over the limit in thirty, null where not counted
 */
public record ListRow(
    String county,
    String enterprise,
    String creditCode,
    String permit,
    String sector,
    List<String> outlets,
    Stage.Card colour,
    String grounds,
    List<String> factors,
    Decimal maxMultiple,
    Integer exceedingDays,
    Measure measure,
    String decision,
    LocalDate decidedOn,
    LocalDate servedOn,
    LocalDate due,
    IssuedCard.Status status,
    LocalDate releasedOn,
    LocalDate removedOn,
    String authority,
    String contact) {

  static final Comparator<ListRow> ORDER =
      Comparator.comparing(ListRow::colour)
          .reversed()
          .thenComparing(ListRow::county)
          .thenComparing(ListRow::creditCode)
          .thenComparing(ListRow::decidedOn)
          .thenComparing(ListRow::decision);

  public ListRow {
    outlets = List.copyOf(outlets);
    factors = List.copyOf(factors);
  }

  static ListRow of(IssuedCard card, Register entry) {
    List<Finding> grounds = card.grounds();
    return new ListRow(
        entry.county(),
        entry.name(),
        entry.creditCode(),
        entry.permit(),
        entry.sector(),
        grounds.stream()
            .map(Finding::subject)
            .distinct()
            .sorted()
            .map(mn -> entry.outlets().getOrDefault(mn, mn))
            .filter(name -> !name.equals(entry.creditCode()))
            .toList(),
        card.colour(),
        grounds.stream()
            .map(Finding::ground)
            .distinct()
            .sorted()
            .map(ground -> ground + " " + ground.chinese())
            .collect(Collectors.joining("; ")),
        grounds.stream().map(Finding::factor).filter(Objects::nonNull).distinct().sorted().toList(),
        grounds.stream()
            .map(Finding::times)
            .filter(times -> times != null && times.excess() != null)
            .map(TimesOver::excess)
            .max(Comparator.naturalOrder())
            .orElse(null),
        grounds.stream()
            .map(Finding::exceedingDays)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        card.measure(),
        card.number(),
        card.decidedOn(),
        card.servedOn(),
        card.due(),
        card.status(),
        card.releasedOn(),
        card.removedOn(),
        entry.authority(),
        entry.contact());
  }
}

package io.touchline.domain.barometer;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The completion from which each colour begins, as dated rows ({@code regulation/barometer.csv}).
 *
 * @param green from this share on, 1 being all that is due
 * @param yellow from this share on
 * @param orange above this share; at it and below is red
 * @param knownDays share of the year's days so far that must be known
 */
public record Bands(
    Decimal green, Decimal yellow, Decimal orange, Decimal knownDays, RuleFile.Source source) {

  private static final List<Bands> ROWS =
      RuleFile.read("barometer").stream()
          .map(
              cells ->
                  new Bands(
                      Decimal.of(cells.get(0)),
                      Decimal.of(cells.get(1)),
                      Decimal.of(cells.get(2)),
                      Decimal.of(cells.get(3)),
                      RuleFile.source(cells)))
          .toList();

  /** The row in force. */
  public static Optional<Bands> at(Instant instant) {
    return ROWS.stream().filter(row -> row.source().holdsAt(instant)).findFirst();
  }

  Level levelOf(BigDecimal completion) {
    if (completion.compareTo(green.number()) >= 0) {
      return Level.GREEN;
    }
    if (completion.compareTo(yellow.number()) >= 0) {
      return Level.YELLOW;
    }
    return completion.compareTo(orange.number()) > 0 ? Level.ORANGE : Level.RED;
  }
}

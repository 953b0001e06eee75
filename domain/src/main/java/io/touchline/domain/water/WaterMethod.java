package io.touchline.domain.water;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * How means are formed at one outlet, as declared for it. HJ 212-2017 App. D gives both the
 * weighted (D.1.2.3) and the plain mean (D.1.3) without saying when, so the outlet's own is stored.
 *
 * @param mn the outlet
 * @param minimumShare valid slots of the slots with discharge in percent, null where no share is
 *     asked for
 * @param declaredBy the document or the officer; "" where nobody declared anything
 * @param validTo last day on which it holds, null where open
 */
public record WaterMethod(
    String mn,
    Averaging averaging,
    Decimal minimumShare,
    String declaredBy,
    LocalDate validFrom,
    LocalDate validTo) {

  /** Which mean. */
  public enum Averaging {
    /** {@code Σ(C × Q) / ΣQ} over valid slots with flow. */
    FLOW_WEIGHTED,
    /** Arithmetic mean of the valid slots. */
    PLAIN
  }

  private static final Comparator<WaterMethod> NEWEST =
      Comparator.comparing(WaterMethod::validFrom).thenComparing(WaterMethod::toString);

  /** The declaration that holds for the outlet then: the newest, or weighted by flow. */
  public static WaterMethod at(String mn, Instant instant, Collection<WaterMethod> declared) {
    return declared.stream()
        .filter(method -> method.mn().equals(mn) && method.holdsAt(instant))
        .max(NEWEST)
        .orElseGet(() -> undeclared(mn, instant));
  }

  /** Weighted by flow, with the minimum share in force (75 %, from recall, needs check). */
  public static WaterMethod undeclared(String mn, Instant instant) {
    return new WaterMethod(
        mn,
        Averaging.FLOW_WEIGHTED,
        Threshold.at(Threshold.Name.WATER_VALID_SHARE, instant)
            .map(Threshold::percent)
            .orElse(null),
        "",
        LocalDate.EPOCH,
        null);
  }

  public boolean holdsAt(Instant instant) {
    LocalDate day = ChinaTime.date(instant);
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}

package io.touchline.domain.regulation;

import io.touchline.domain.Averaging;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which row judges a factor, and why each other does not.
 *
 * <p>Of all rows in force the strictest judges ("from strict", HJ 942-2018); between equals the one
 * named first by {@link Rank}: permit, local standard, special limit, sector standard, general
 * standard. A general standard does not hold beside one of a sector (GB 16297-1996 and GB 8978-1996
 * say so themselves). Of one document and clause the newest row in force counts.
 *
 * @param chosen null where no row may judge
 * @param passedOver first those that might have judged
 */
public record LimitChoice(LimitCandidate chosen, List<PassedOver> passedOver) {

  /** A row that does not judge. */
  public record PassedOver(LimitCandidate candidate, Reason reason) {}

  /** Why a row does not judge. */
  public enum Reason {
    /** It would allow more. */
    LAXER,
    /** It says the same, and its document is named later. */
    SAME,
    /** Nobody verified it, and no officer adopted it for this outlet. */
    NEEDS_ADOPTION,
    /** It holds at another time. */
    NOT_IN_FORCE,
    /** A newer row of the same clause is in force. */
    SUPERSEDED,
    /** A general standard where a sector standard holds. */
    SECTOR_STANDARD_HOLDS,
    /** Its unit cannot be compared with that of the row that judges. */
    OTHER_UNIT
  }

  private static final Decimal NO_FLOOR = Decimal.of("-1000000000");

  private static final Comparator<LimitCandidate> STRICTNESS =
      Comparator.comparing((LimitCandidate each) -> allowed(each.limit()))
          .thenComparing(each -> floor(each.limit()), Comparator.reverseOrder());

  private static final Comparator<LimitCandidate> STRICTEST =
      STRICTNESS.thenComparing(LimitCandidate::rank).thenComparing(each -> each.limit().rule());

  public LimitChoice {
    passedOver = List.copyOf(passedOver);
  }

  /** The choice for one factor on the day of an instant; empty where no row speaks of it. */
  public static Optional<LimitChoice> of(
      List<LimitCandidate> candidates, String factor, Averaging averaging, Instant at) {
    List<LimitCandidate> speaking =
        candidates.stream()
            .filter(each -> each.limit().factor().equals(factor))
            .filter(each -> each.limit().averaging() == averaging)
            .toList();
    return speaking.isEmpty() ? Optional.empty() : Optional.of(among(speaking, at));
  }

  private static LimitChoice among(List<LimitCandidate> speaking, Instant at) {
    List<LimitCandidate> judging = new ArrayList<>();
    List<PassedOver> unfit = new ArrayList<>();
    for (LimitCandidate each : speaking) {
      Reason reason = unfit(each, speaking, at);
      if (reason == null) {
        judging.add(each);
      } else {
        unfit.add(new PassedOver(each, reason));
      }
    }
    LimitCandidate chosen = judging.stream().min(STRICTEST).orElse(null);
    List<PassedOver> passed = new ArrayList<>();
    for (LimitCandidate each : judging) {
      if (!each.equals(chosen)) {
        passed.add(new PassedOver(each, against(chosen, each)));
      }
    }
    passed.addAll(unfit);
    return new LimitChoice(chosen, passed);
  }

  /** Null where it may judge. */
  private static Reason unfit(LimitCandidate each, List<LimitCandidate> speaking, Instant at) {
    if (!each.limit().holdsAt(at)) {
      return Reason.NOT_IN_FORCE;
    }
    if (!each.mayJudge()) {
      return Reason.NEEDS_ADOPTION;
    }
    if (speaking.stream().anyMatch(other -> supersedes(other, each, at))) {
      return Reason.SUPERSEDED;
    }
    boolean general = each.rank() == Rank.GENERAL_STANDARD;
    return general && speaking.stream().anyMatch(other -> isOfSector(other, at))
        ? Reason.SECTOR_STANDARD_HOLDS
        : null;
  }

  private static boolean isOfSector(LimitCandidate other, Instant at) {
    return other.rank() == Rank.SECTOR_STANDARD && other.mayJudge() && other.limit().holdsAt(at);
  }

  private static boolean supersedes(LimitCandidate other, LimitCandidate each, Instant at) {
    return other.mayJudge()
        && other.limit().holdsAt(at)
        && other.limit().source().equals(each.limit().source())
        && other.limit().clause().equals(each.limit().clause())
        && other.limit().basis() == each.limit().basis()
        && other.limit().validFrom().isAfter(each.limit().validFrom());
  }

  private static Reason against(LimitCandidate chosen, LimitCandidate each) {
    if (!each.limit().unit().convertsTo(chosen.limit().unit())) {
      return Reason.OTHER_UNIT;
    }
    return STRICTNESS.compare(chosen, each) == 0 ? Reason.SAME : Reason.LAXER;
  }

  /** Whether the first would let pass what the second would not, in whatever units they stand. */
  public static boolean isLaxer(EmissionLimit one, EmissionLimit other) {
    return one.unit().convertsTo(other.unit())
        && (allowed(one).exceeds(allowed(other)) || floor(other).exceeds(floor(one)));
  }

  /** The upper bound in the base unit of its dimension; of a least value, the lower the better. */
  private static Decimal allowed(EmissionLimit limit) {
    Decimal value = limit.value().shifted(limit.unit().power());
    return limit.isFloor() ? new Decimal(value.number().negate()) : value;
  }

  /** The lower end of a range, far below everything where there is none. */
  private static Decimal floor(EmissionLimit limit) {
    return limit.isRange() ? limit.lower().shifted(limit.unit().power()) : NO_FLOOR;
  }
}

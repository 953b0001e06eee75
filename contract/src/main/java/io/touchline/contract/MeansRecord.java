package io.touchline.contract;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Judgement;
import io.touchline.domain.Validity;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Value of {@code means}: one hour, day or month of one outlet, all factors, as it stands now.
 *
 * @param revision counts the records of this period from 1
 * @param cause why this record was published
 * @param frames every frame that went into it; factors point into this list. A month names none:
 *     its days do
 */
public record MeansRecord(
    int schemaVersion,
    String mn,
    AveragingPeriod period,
    Instant start,
    int revision,
    Cause cause,
    SortedMap<String, Factor> factors,
    List<FrameRef> frames) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One factor's mean and what came of it.
   *
   * @param revision counts the changes of this factor's result from 1
   * @param cause why its latest revision was published
   * @param revisedIn the record's revision that brought its latest change
   * @param converted as the logger sent it, else converted from the oxygen
   * @param rederived converted from the oxygen in any case, to be held against what the logger sent
   * @param reason why it is not valid, "" where it is
   * @param validity the kind of reason; absent in records written before it was said
   * @param inputs indices into {@code frames}
   * @param judgement absent where no limit applies
   */
  public record Factor(
      int revision,
      Cause cause,
      int revisedIn,
      Decimal value,
      Decimal converted,
      Decimal rederived,
      String unit,
      Decimal amount,
      Long massMg,
      boolean valid,
      String reason,
      Validity.Reason validity,
      FactorMean.Source source,
      List<Integer> inputs,
      Judged judgement) {

    /** Validity as the rules know it. */
    public Validity toValidity() {
      if (valid) {
        return Validity.VALID;
      }
      return new Validity(validity == null ? Validity.Reason.TOO_FEW_PARTS : validity, reason);
    }

    /** The same result as a later revision, proven by other frames of the record. */
    public Factor with(int revision, Cause cause, int revisedIn, List<Integer> inputs) {
      return new Factor(
          revision, cause, revisedIn, value, converted, rederived, unit, amount, massMg, valid,
          reason, validity, source, inputs, judgement);
    }

    /** Whether value, validity, judgement and all else but revision and proof are the same. */
    public boolean sameResult(Factor other) {
      return with(0, null, 0, List.of()).equals(other.with(0, null, 0, List.of()));
    }
  }

  /** The frames that prove one of its factors. */
  public List<FrameRef> framesOf(Factor factor) {
    return factor.inputs().stream().map(frames::get).toList();
  }

  /** A mean held against a limit; see {@link Judgement}. */
  public record Judged(
      String rule,
      OutletRecord.Limit limit,
      Judgement.Verdict verdict,
      Decimal judged,
      Decimal multiple,
      String reason) {

    public static Judged of(Judgement judgement) {
      return new Judged(
          judgement.limit().rule(),
          OutletRecord.Limit.of(judgement.limit()),
          judgement.verdict(),
          judgement.judged(),
          judgement.multiple(),
          judgement.reason());
    }

    public Judgement toDomain() {
      return new Judgement(limit.toDomain(), verdict, judged, multiple, reason);
    }
  }

  /** Key of the topic: {@code MN|HOUR|2026-01-01T08:00:00+08:00}. */
  public String key() {
    return mn + '|' + period + '|' + ChinaTime.format(start);
  }
}

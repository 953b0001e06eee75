package io.touchline.contract;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.List;

/**
 * Where one number came from, as one object: what proves it, how it was worked out with its numbers
 * filled in, by which row it was judged, and what it said before.
 *
 * @param result the latest revision, with its judgement
 * @param steps from the mean to the comparison; a step that the record alone cannot show says so
 * @param frames every frame that went into it
 * @param history all its revisions, the oldest first
 * @param samples that were taken in that time of that factor, by their time; they change no number
 */
public record Why(
    String mn,
    String factor,
    AveragingPeriod period,
    Instant start,
    MeansRecord.Factor result,
    List<Step> steps,
    List<FrameRef> frames,
    List<Revision> history,
    List<SampleRecord> samples) {

  /** What a step does. */
  public enum Kind {
    /** 均值. */
    MEAN,
    /** 折算. */
    CONVERSION,
    /** 排放量. */
    MASS,
    /** 有效性. */
    VALIDITY,
    /** 与限值比较. */
    COMPARISON
  }

  /**
   * One step of the working.
   *
   * @param formula with the numbers filled in, in words where there is nothing to calculate
   * @param clause standard and clause of the rule, "" where the step follows none
   */
  public record Step(Kind kind, String formula, String clause) {}

  /** What one revision said, and why it was published. */
  public record Revision(
      int revision,
      Cause cause,
      String value,
      String converted,
      boolean valid,
      String reason,
      String verdict) {

    static Revision of(MeansRecord.Factor factor) {
      return new Revision(
          factor.revision(),
          factor.cause(),
          text(factor.value()),
          text(factor.converted()),
          factor.valid(),
          factor.reason(),
          factor.judgement() == null ? null : factor.judgement().verdict().name());
    }

    private static String text(Object figure) {
      return figure == null ? null : figure.toString();
    }
  }

  /**
   * Explains a factor of a period.
   *
   * @param outlet the outlet's entry that formed it
   * @param record the latest record of the period; it has the factor
   * @param revisions the factor's revisions, the oldest first
   * @param samples every version of every sample of the outlet
   */
  public static Why of(
      OutletRecord outlet,
      MeansRecord record,
      String factor,
      List<MeansRecord.Factor> revisions,
      List<SampleRecord> samples) {
    MeansRecord.Factor result = record.factors().get(factor);
    return new Why(
        record.mn(),
        factor,
        record.period(),
        record.start(),
        result,
        new Working(outlet, record, factor).steps(),
        record.framesOf(result),
        revisions.stream().map(Revision::of).toList(),
        SampleRecord.standing(
            samples, factor, record.start(), record.period().endOf(record.start())));
  }
}

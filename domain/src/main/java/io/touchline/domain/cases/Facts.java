package io.touchline.domain.cases;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Episode;
import io.touchline.domain.FrameRef;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known of one enterprise, from which its findings follow and nothing else.
 *
 * @param enterprise credit code
 * @param region GB/T 2260 code
 * @param limitedSince day on which a limit of production was served that still stands, null where
 *     none does
 * @param stoppedSince likewise of a stop
 * @param penalties days of penalties for exceedances of toxic factors
 */
public record Facts(
    String enterprise,
    String region,
    LocalDate limitedSince,
    LocalDate stoppedSince,
    List<Exceedance> exceedances,
    List<OverTotal> totals,
    List<Sample> samples,
    List<Hint> hints,
    List<LocalDate> penalties) {

  /**
   * An episode of exceedance of an outlet; withdrawn ones are not handed in.
   *
   * @param lower of a range its lower end, else null
   * @param to the instant after its latest exceeding period
   * @param frames of the periods that prove it
   */
  public record Exceedance(
      String mn,
      String factor,
      AveragingPeriod period,
      String rule,
      Decimal lower,
      Decimal limit,
      boolean counts,
      Instant from,
      Instant to,
      int periods,
      Decimal worst,
      Integer exceedingDays,
      int revision,
      List<FrameRef> frames) {

    public Exceedance {
      frames = List.copyOf(frames);
    }

    /** The episode as the journal forms it. */
    public static Exceedance of(
        String mn,
        AveragingPeriod period,
        Episode episode,
        Integer exceedingDays,
        int revision,
        List<FrameRef> frames) {
      EmissionLimit limit = episode.limit();
      return new Exceedance(
          mn,
          limit.factor(),
          period,
          limit.rule(),
          limit.lower(),
          limit.value(),
          limit.averaging().counts(),
          episode.from(),
          period.endOf(episode.last()),
          episode.periods(),
          episode.worst(),
          exceedingDays,
          revision,
          frames);
    }
  }

  /**
   * Mass over what the permit allows.
   *
   * @param period DAY, YEAR or ROLLING_12M; others have no permitted amount
   * @param massMg measured, in milligrams
   * @param substitutedMg what stands in for hours without valid data; it alone proves nothing
   */
  public record OverTotal(
      String permit,
      String factor,
      TotalPeriod period,
      Instant start,
      Instant end,
      long massMg,
      long substitutedMg,
      long permittedMg,
      int revision) {}

  /**
   * A manual or supervisory sample.
   *
   * @param report number of the monitoring report
   */
  public record Sample(
      String id,
      String mn,
      String factor,
      Instant takenAt,
      Decimal value,
      String rule,
      Decimal limit,
      Kind kind,
      String report,
      int revision) {

    /** Who took it. */
    public enum Kind {
      /** 监督性监测 or 执法监测. */
      SUPERVISORY,
      /** 自行监测. */
      SELF
    }
  }

  /**
   * What looks like evasion, or like running during a stop. A person must find it.
   *
   * @param kind P1 or C2
   * @param what one sentence with the numbers
   */
  public record Hint(
      String id, Ground kind, String mn, String factor, Instant from, Instant to, String what) {}

  public Facts {
    exceedances = List.copyOf(exceedances);
    totals = List.copyOf(totals);
    samples = List.copyOf(samples);
    hints = List.copyOf(hints);
    penalties = List.copyOf(penalties);
  }

  /** An enterprise of which nothing is known. */
  public static Facts of(String enterprise, String region) {
    return new Facts(
        enterprise, region, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public Facts withExceedances(List<Exceedance> more) {
    return new Facts(
        enterprise, region, limitedSince, stoppedSince, more, totals, samples, hints, penalties);
  }

  public Facts withTotals(List<OverTotal> more) {
    return new Facts(
        enterprise,
        region,
        limitedSince,
        stoppedSince,
        exceedances,
        more,
        samples,
        hints,
        penalties);
  }

  public Facts withSamples(List<Sample> more) {
    return new Facts(
        enterprise,
        region,
        limitedSince,
        stoppedSince,
        exceedances,
        totals,
        more,
        hints,
        penalties);
  }

  public Facts withHints(List<Hint> more) {
    return new Facts(
        enterprise,
        region,
        limitedSince,
        stoppedSince,
        exceedances,
        totals,
        samples,
        more,
        penalties);
  }

  public Facts withPenalties(List<LocalDate> more) {
    return new Facts(
        enterprise, region, limitedSince, stoppedSince, exceedances, totals, samples, hints, more);
  }

  /** As the card that stands has it. */
  public Facts under(CaseState state) {
    YellowCard card = state.yellow().orElse(null);
    boolean released = state instanceof ReleasedWatch;
    LocalDate since = card == null || released ? null : card.servedOn();
    boolean stop = card != null && card.decision().measure() == Measure.STOP;
    boolean limit = card != null && card.decision().measure() == Measure.LIMIT;
    return new Facts(
        enterprise,
        region,
        limit ? since : null,
        stop ? since : null,
        exceedances,
        totals,
        samples,
        hints,
        penalties);
  }
}

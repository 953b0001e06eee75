package io.touchline.app.proof;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Judgement;
import io.touchline.domain.RuleNumber;
import io.touchline.domain.cases.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which periods, and so which frames, work a claim out again.
 *
 * <p>Of an episode: every period of its days and of the longest silence before it, since a period
 * in between is what keeps two episodes apart; and of the days that are counted, each period that
 * exceeds. Nothing that begins before the episode's latest period ends is left out, and nothing
 * later is in. Of a total: every hour of every outlet of the enterprise.
 */
final class Selection {

  private static final Duration DAY = Duration.ofDays(1);

  private Selection() {}

  /** From when on records may matter to a claim. */
  static Instant since(Claim claim, AveragingPeriod period, String enterprise) {
    Finding finding = claim.finding();
    if (claim.kind(enterprise) != Claim.Kind.EPISODE) {
      return finding.from();
    }
    Instant counted = countedSince(finding);
    Instant touched = touchedSince(finding, period);
    return counted.isBefore(touched) ? counted : touched;
  }

  /**
   * The periods of an episode.
   *
   * @param published the episode as it was published
   * @param latest the latest revision of each mean of the outlet
   */
  static List<MeansRecord> ofEpisode(
      Claim claim, ExceedanceRecord published, Collection<MeansRecord> latest) {
    Finding finding = claim.finding();
    AveragingPeriod period = published.period();
    Instant touched = touchedSince(finding, period);
    Instant counted = countedSince(finding);
    return latest.stream()
        .filter(means -> means.mn().equals(finding.subject()))
        .filter(means -> !means.period().endOf(means.start()).isAfter(finding.to()))
        .filter(
            means ->
                isTouched(means, period, touched)
                    || (means.period() == period
                        && !means.start().isBefore(counted)
                        && exceeds(means, finding.factor())))
        .sorted(Comparator.comparing(MeansRecord::key))
        .toList();
  }

  /** The hours of all outlets of an enterprise in the time of a total. */
  static List<MeansRecord> ofTotal(
      Claim claim, Collection<OutletRecord> outlets, Collection<MeansRecord> latest) {
    Finding finding = claim.finding();
    Set<String> stations =
        outlets.stream()
            .filter(outlet -> finding.subject().equals(outlet.enterpriseCode()))
            .map(OutletRecord::mn)
            .collect(Collectors.toSet());
    return latest.stream()
        .filter(means -> means.period() == AveragingPeriod.HOUR)
        .filter(means -> stations.contains(means.mn()))
        .filter(means -> !means.start().isBefore(finding.from()))
        .filter(means -> finding.to() == null || means.start().isBefore(finding.to()))
        .sorted(Comparator.comparing(MeansRecord::key))
        .toList();
  }

  /** The latest revision of each. */
  static SortedMap<String, MeansRecord> latest(Collection<MeansRecord> revisions) {
    SortedMap<String, MeansRecord> latest = new TreeMap<>();
    for (MeansRecord record : revisions) {
      latest.merge(
          record.key(), record, (one, other) -> one.revision() < other.revision() ? other : one);
    }
    return latest;
  }

  /** Every frame that went into some means. */
  static SortedSet<FrameRef> frames(Collection<MeansRecord> periods) {
    return periods.stream()
        .flatMap(means -> means.frames().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The frames of some means and of the evidence of an episode. */
  static SortedSet<FrameRef> frames(
      Collection<MeansRecord> periods, Collection<ExceedanceRecord> episodes) {
    SortedSet<FrameRef> frames = frames(periods);
    episodes.forEach(
        episode -> episode.evidence().forEach(period -> frames.addAll(period.frames())));
    return frames;
  }

  /** By its hash, since the same bytes prove the same wherever they lie. */
  static Map<String, FrameRef> byHash(Collection<FrameRef> frames) {
    return frames.stream()
        .collect(Collectors.toMap(FrameRef::hash, frame -> frame, (one, other) -> one));
  }

  private static boolean isTouched(MeansRecord means, AveragingPeriod period, Instant touched) {
    boolean asked = means.period() != AveragingPeriod.MONTH || period == AveragingPeriod.MONTH;
    return asked && !means.start().isBefore(touched);
  }

  private static boolean exceeds(MeansRecord means, String factor) {
    MeansRecord.Factor mean = means.factors().get(factor);
    return mean != null
        && mean.judgement() != null
        && mean.judgement().verdict() == Judgement.Verdict.EXCEEDS;
  }

  private static Instant touchedSince(Finding finding, AveragingPeriod period) {
    return AveragingPeriod.DAY.startOf(finding.from().minus(period.longestSilence()));
  }

  private static Instant countedSince(Finding finding) {
    long days = RuleNumber.at(RuleNumber.Name.EXCEEDING_DAYS_WITHIN, finding.from());
    Instant last = finding.to() == null ? finding.from() : finding.to().minusSeconds(1);
    return AveragingPeriod.DAY.startOf(last).minus(DAY.multipliedBy(days - 1));
  }
}

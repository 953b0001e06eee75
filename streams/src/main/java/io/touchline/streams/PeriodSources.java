package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Marks;
import io.touchline.domain.Medium;
import io.touchline.domain.MonthMeans;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.RecomputedPeriod;
import io.touchline.domain.ReportedPeriod;
import io.touchline.domain.Upload;
import io.touchline.domain.selfcheck.ConversionLevels;
import io.touchline.domain.selfcheck.SelfCheck;
import io.touchline.streams.JournalEvent.PeriodCompared;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Finds what a period's means are made of, and has the rules of the domain make them. */
final class PeriodSources {

  private final UploadRows uploads;
  private final MeansJournal means;
  private final MarksJournal marks;
  private final StandardFactors factors = new StandardFactors();
  private final Map<String, Medium> media = new HashMap<>();

  PeriodSources(KeyValueStore<Bytes, byte[]> uploads, MeansJournal means, MarksJournal marks) {
    this.uploads = new UploadRows(uploads);
    this.means = means;
    this.marks = marks;
  }

  /**
   * The means of a period, factor by factor: the logger's own where it is the judged one and has
   * the factor, else, if asked for, from the parts.
   */
  SortedMap<String, FactorMean> means(
      String mn, AveragingPeriod period, Instant start, OutletProfile profile, boolean fromParts) {
    if (period == AveragingPeriod.MONTH) {
      return MonthMeans.of(start, means.parts(mn, AveragingPeriod.DAY, start, period.endOf(start)));
    }
    SortedMap<String, FactorMean> all = new TreeMap<>();
    SortedMap<String, FactorMean> reported = reported(mn, period, start, profile);
    if (fromParts) {
      RecomputedPeriod rule = new RecomputedPeriod(profile, factors, period);
      if (profile.judge() == OutletProfile.Judge.RECOMPUTED) {
        reported.keySet().forEach(factor -> all.put(factor, rule.withoutParts(factor)));
      }
      all.putAll(rule.means(parts(mn, period, start, profile)));
    }
    if (profile.judge() == OutletProfile.Judge.REPORTED) {
      all.putAll(reported);
    }
    return all;
  }

  /** The logger's own hour or day against its parts, and an hour's two ways of conversion. */
  PeriodCompared compared(String mn, AveragingPeriod period, Instant start, OutletProfile profile) {
    Upload upload = row(mn, period, start).upload();
    SortedMap<String, FactorMean> reported = reported(mn, period, start, profile);
    boolean converts = period == AveragingPeriod.HOUR && profile.medium() == Medium.AIR;
    SortedMap<Instant, SortedMap<String, FactorMean>> parts =
        reported.isEmpty() && !converts ? new TreeMap<>() : parts(mn, period, start, profile);
    SortedMap<String, FactorMean> recomputed =
        new RecomputedPeriod(profile, factors, period).means(parts);
    Set<String> converted = new TreeSet<>();
    List<ConversionLevels> conversions = List.of();
    if (converts) {
      recomputed.forEach(
          (factor, mean) -> {
            if (ConversionLevels.isAsked(factor, mean)) {
              converted.add(factor);
            }
          });
      conversions =
          ConversionLevels.of(start, parts, recomputed, profile.minuteInterval()).stream()
              .filter(ConversionLevels::differ)
              .toList();
    }
    return new PeriodCompared(
        mn,
        period,
        start,
        reported.keySet(),
        SelfCheck.of(period, start, upload, reported, recomputed),
        converted,
        conversions);
  }

  /** Whether the logger's own mean is judged and there for all these factors. */
  boolean reportCovers(
      String mn, AveragingPeriod period, Instant start, OutletProfile profile, Set<String> wanted) {
    return profile.judge() == OutletProfile.Judge.REPORTED
        && period != AveragingPeriod.MONTH
        && row(mn, period, start).data().keySet().containsAll(wanted);
  }

  /** The medium that the outlet's own data speaks of, for an outlet the registry does not know. */
  Medium mediumOf(String mn) {
    return media.computeIfAbsent(mn, this::mediumOfFirstUpload);
  }

  private Medium mediumOfFirstUpload(String mn) {
    UploadRow first = uploads.first(mn);
    return first == null ? Medium.AIR : Medium.ofFactor(first.data().firstKey());
  }

  private SortedMap<String, FactorMean> reported(
      String mn, AveragingPeriod period, Instant start, OutletProfile profile) {
    UploadRow row = row(mn, period, start);
    return new ReportedPeriod(profile, factors)
        .means(row.upload(), marks.bindingOn(profile).ofPeriod(period, start));
  }

  private SortedMap<Instant, SortedMap<String, FactorMean>> parts(
      String mn, AveragingPeriod period, Instant start, OutletProfile profile) {
    Instant end = period.endOf(start);
    return period == AveragingPeriod.HOUR
        ? minutes(mn, start, end, profile)
        : means.parts(mn, AveragingPeriod.HOUR, start, end);
  }

  /** What a row that counts looks at one by one: a day's minutes, a month's hours. */
  SortedMap<Instant, SortedMap<String, FactorMean>> countedParts(
      OutletProfile profile, AveragingPeriod period, Instant start) {
    Instant end = period.endOf(start);
    return period == AveragingPeriod.MONTH
        ? means.parts(profile.mn(), AveragingPeriod.HOUR, start, end)
        : minutes(profile.mn(), start, end, profile);
  }

  /** Every mark of an outlet, whatever it counts for. */
  Marks marksOf(String mn) {
    return marks.of(mn);
  }

  /** The logger's minutes of a stretch of time. */
  SortedMap<Instant, SortedMap<String, FactorMean>> minutes(
      String mn, Instant start, Instant end, OutletProfile profile) {
    ReportedPeriod rule = new ReportedPeriod(profile, factors);
    Marks marked = marks.bindingOn(profile).within(start, end);
    SortedMap<Instant, SortedMap<String, FactorMean>> parts = new TreeMap<>();
    uploads
        .minutes(mn, start, end)
        .forEach(
            (at, row) ->
                parts.put(
                    at, rule.means(row.upload(), marked.ofPart(at, profile.minuteInterval()))));
    return parts;
  }

  /** The logger's own hour or day as it was said. */
  private UploadRow row(String mn, AveragingPeriod period, Instant start) {
    UploadRow stored = uploads.get(mn, OutletKey.Level.reported(period), start);
    return stored == null ? UploadRow.empty() : stored;
  }
}

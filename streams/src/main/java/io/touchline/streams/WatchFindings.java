package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.watch.DataLevel;
import io.touchline.domain.watch.Finding;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the watch found, as records for people. What is only asked of a logger is none. */
final class WatchFindings {

  private static final String SOURCE = "journal";

  private WatchFindings() {}

  static Optional<QualityRecord> quality(String mn, Finding finding) {
    if (finding instanceof Finding.GapOpened gap) {
      return Optional.of(opened(mn, gap));
    } else if (finding instanceof Finding.GapClosed gap) {
      return Optional.of(closed(mn, gap));
    } else if (finding instanceof Finding.GapRefused gap) {
      return Optional.of(refused(mn, gap));
    } else if (finding instanceof Finding.IntervalOff interval) {
      return Optional.of(intervalOff(mn, interval));
    } else if (finding instanceof Finding.IntervalRight interval) {
      return Optional.of(intervalRight(mn, interval));
    } else if (finding instanceof Finding.ClockOff clock) {
      return Optional.of(clock(mn, clock.since(), null, clock.skewMillis()));
    } else if (finding instanceof Finding.ClockRight clock) {
      return Optional.of(
          clock(mn, clock.since(), Instant.ofEpochSecond(clock.until()), clock.skewMillis()));
    } else if (finding instanceof Finding.PartsMissing parts) {
      return Optional.of(partsMissing(mn, parts));
    } else if (finding instanceof Finding.PartsCame parts) {
      return Optional.of(partsCame(mn, parts));
    }
    return Optional.empty();
  }

  private static QualityRecord opened(String mn, Finding.GapOpened gap) {
    SortedMap<String, String> evidence = evidence(gap.level());
    evidence.put("missing", Integer.toString(gap.slots()));
    evidence.put("missingTo", text(gap.to()));
    String detail =
        gap.slots() + " " + periods(gap.level()) + stretch(gap.from(), gap.to()) + " missing";
    return record(mn, Kind.GAP, instant(gap.from()), null, detail, evidence);
  }

  private static QualityRecord closed(String mn, Finding.GapClosed gap) {
    SortedMap<String, String> evidence = evidence(gap.level());
    evidence.put("missing", Integer.toString(gap.slots()));
    evidence.put("givenUp", Integer.toString(gap.givenUp()));
    String detail =
        gap.slots()
            + " "
            + periods(gap.level())
            + stretch(gap.from(), gap.to())
            + (gap.givenUp() == 0 ? " have come" : " not looked for any more, of them never came ")
            + (gap.givenUp() == 0 ? "" : gap.givenUp());
    return record(mn, Kind.GAP, instant(gap.from()), instant(gap.to()), detail, evidence);
  }

  private static QualityRecord refused(String mn, Finding.GapRefused gap) {
    SortedMap<String, String> evidence = evidence(gap.level());
    evidence.put("missing", Integer.toString(gap.slots()));
    evidence.put("refusals", Integer.toString(gap.refusals()));
    String detail =
        "the logger says "
            + gap.refusals()
            + " times that it cannot give "
            + gap.slots()
            + " "
            + periods(gap.level())
            + stretch(gap.from(), gap.to());
    return record(mn, Kind.GAP_REFUSED, instant(gap.from()), instant(gap.to()), detail, evidence);
  }

  private static QualityRecord intervalOff(String mn, Finding.IntervalOff interval) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("profileMinutes", Integer.toString(interval.profile()));
    evidence.put("foundMinutes", Integer.toString(interval.found()));
    String detail =
        "minute data come every "
            + interval.found()
            + " minutes, the profile says "
            + interval.profile();
    return record(
        mn, Kind.INTERVAL_CONTRADICTS_PROFILE, instant(interval.since()), null, detail, evidence);
  }

  private static QualityRecord intervalRight(String mn, Finding.IntervalRight interval) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("profileMinutes", Integer.toString(interval.profile()));
    return record(
        mn,
        Kind.INTERVAL_CONTRADICTS_PROFILE,
        instant(interval.since()),
        instant(interval.until()),
        "minute data come at the profile's interval, or their profile was changed",
        evidence);
  }

  private static QualityRecord clock(String mn, long since, Instant until, long skewMillis) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("skewMillis", Long.toString(skewMillis));
    String detail =
        "the logger's clock "
            + (until == null ? "is " : "was ")
            + Math.abs(skewMillis) / 1000
            + " s "
            + (skewMillis < 0 ? "slow" : "fast");
    return record(mn, Kind.CLOCK_OFF, Instant.ofEpochSecond(since), until, detail, evidence);
  }

  private static QualityRecord partsMissing(String mn, Finding.PartsMissing parts) {
    String missing =
        IntStream.rangeClosed(1, parts.parts())
            .filter(part -> (parts.seen() >> (part - 1) & 1) == 0)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" "));
    SortedMap<String, String> evidence = evidence(parts.level());
    evidence.put("parts", Integer.toString(parts.parts()));
    evidence.put("missingParts", missing);
    String detail = "of " + parts.parts() + " parts of an upload these have not come: " + missing;
    return record(mn, Kind.PART_MISSING, Instant.ofEpochSecond(parts.at()), null, detail, evidence);
  }

  private static QualityRecord partsCame(String mn, Finding.PartsCame parts) {
    SortedMap<String, String> evidence = evidence(parts.level());
    evidence.put("parts", Integer.toString(parts.parts()));
    return record(
        mn,
        Kind.PART_MISSING,
        Instant.ofEpochSecond(parts.at()),
        Instant.ofEpochSecond(parts.when()),
        "all " + parts.parts() + " parts of an upload have come",
        evidence);
  }

  private static QualityRecord record(
      String mn,
      Kind kind,
      Instant from,
      Instant to,
      String detail,
      SortedMap<String, String> evidence) {
    return QualityRecord.of(mn, null, kind, from, to, null, detail, evidence, SOURCE);
  }

  private static SortedMap<String, String> evidence(DataLevel level) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("level", level == null ? "REAL_TIME" : level.name());
    return evidence;
  }

  private static String periods(DataLevel level) {
    return level.name().toLowerCase(Locale.ROOT) + " uploads";
  }

  private static String stretch(int from, int to) {
    return " from " + text(from) + " to " + text(to);
  }

  private static String text(int minute) {
    return ChinaTime.format(instant(minute));
  }

  private static Instant instant(int minute) {
    return Instant.ofEpochSecond(minute * 60L);
  }
}

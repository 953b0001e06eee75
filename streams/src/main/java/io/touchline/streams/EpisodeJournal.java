package io.touchline.streams;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Episode;
import io.touchline.domain.Episodes;
import io.touchline.domain.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** The published episodes of each outlet, and their next revisions when judged periods change. */
final class EpisodeJournal {

  private final JudgedPeriods judged;
  private final RecordStore<ExceedanceRecord> store;
  private final ExceedingDays days;
  private final EpisodesToCount uncounted;

  /** Nobody else writes episodes, and a restored task has another journal. */
  private final Map<Name, Optional<ExceedanceRecord>> latest = new HashMap<>();

  private record Name(String mn, AveragingPeriod period, String factor) {}

  EpisodeJournal(
      JudgedPeriods judged, RecordStore<ExceedanceRecord> store, EpisodesToCount uncounted) {
    this.judged = judged;
    this.uncounted = uncounted;
    this.store = store;
    this.days = new ExceedingDays(judged, store);
  }

  /** What the changes of one factor's means at these starts do to its episodes. */
  List<ExceedanceRecord> follow(
      String mn, AveragingPeriod period, String factor, SortedSet<Instant> starts) {
    Journal journal = new Journal(mn, period, factor);
    if (journal.isBesideAnyLimit(starts)) {
      return List.of();
    }
    if (starts.size() == 1 && judged.isNewTail(mn, period, factor, starts.first())) {
      return journal.goOn(starts.first());
    }
    List<ExceedanceRecord> revisions = journal.compareAround(starts);
    if (!revisions.isEmpty() && period != AveragingPeriod.MONTH) {
      uncounted.add(mn, period, factor, revisions);
    }
    return revisions;
  }

  /** Counts the days of some episodes again, after the changes of a while. */
  List<ExceedanceRecord> countAgain() {
    List<ExceedanceRecord> revisions = new ArrayList<>();
    for (EpisodesToCount.Entry entry : uncounted.take()) {
      revisions.addAll(
          new Journal(entry.mn(), entry.period(), entry.factor())
              .countAgain(entry.first(), entry.last()));
    }
    return revisions;
  }

  /** The episodes of one outlet, period and factor. */
  private final class Journal {

    private final String mn;
    private final AveragingPeriod period;
    private final String factor;
    private final Name name;
    private final List<ExceedanceRecord> revisions = new ArrayList<>();

    Journal(String mn, AveragingPeriod period, String factor) {
      this.mn = mn;
      this.period = period;
      this.factor = factor;
      this.name = new Name(mn, period, factor);
    }

    /** The usual case: one more period after all the others. */
    List<ExceedanceRecord> goOn(Instant start) {
      Judgement judgement = judged.at(mn, period, factor, start);
      if (judgement == null) {
        return List.of();
      }
      ExceedanceRecord latest = latestStanding();
      boolean running = latest != null && latest.state() == State.OPEN;
      Episodes.Step step =
          Episodes.next(period, running ? episodeOf(latest) : null, start, judgement);
      publishIfDifferent(step.ended());
      publishIfDifferent(step.running());
      countAppended();
      return revisions;
    }

    /**
     * The general case. Only the stretch from the compliant period before the change to the one
     * after it is looked at: a compliant period ends any episode, so nothing outside can differ.
     */
    List<ExceedanceRecord> compareAround(SortedSet<Instant> starts) {
      JudgedPeriods.Stretch stretch =
          judged.around(mn, period, factor, starts.first(), starts.last());
      Map<String, ExceedanceRecord> unseen = published(stretch);
      for (Episode episode : Episodes.of(period, stretch.judgements())) {
        publishIfDifferent(episode);
        unseen.remove(name(episode.from(), episode.limit().rule()));
      }
      unseen.values().forEach(this::withdraw);
      return revisions;
    }

    /** Oxygen, temperature and the like: never judged, so there is nothing to look for. */
    private boolean isBesideAnyLimit(SortedSet<Instant> starts) {
      return latestStanding() == null
          && starts.stream().allMatch(start -> judged.at(mn, period, factor, start) == null);
    }

    private void publishIfDifferent(Episode episode) {
      if (episode == null) {
        return;
      }
      String rule = episode.limit().rule();
      ExceedanceRecord before =
          store.get(OutletKey.episode(mn, period, factor, episode.from(), rule));
      Integer count = before == null ? null : before.exceedingDays();
      ExceedanceRecord after =
          EpisodeRecords.of(judged, mn, factor, period, episode, count, revisionAfter(before));
      if (before == null
          || before.state() != after.state()
          || !episodeOf(before).equals(episode)
          || !EpisodeRecords.haveTheSameProof(before, after)) {
        put(after);
      }
    }

    /** After all others there is nothing that looks back on these: they are counted at once. */
    private void countAppended() {
      if (period == AveragingPeriod.MONTH) {
        return;
      }
      revisions.replaceAll(
          record ->
              record.as(record.state(), record.revision(), days.until(mn, period, factor, record)));
      revisions.forEach(this::keep);
    }

    /** What changed in a stretch changes the count of every episode that looks back on it. */
    List<ExceedanceRecord> countAgain(Instant first, Instant last) {
      List<ExceedanceRecord> later = new ArrayList<>();
      store.upwards(
          OutletKey.episodesFrom(mn, period, factor, first),
          OutletKey.episodesFrom(mn, period, factor, last.plus(days.lookBack(last))),
          (key, record) -> {
            later.add(record);
            return true;
          });
      for (ExceedanceRecord record : later) {
        if (record.state() != State.WITHDRAWN) {
          int count = days.until(mn, period, factor, record);
          if (!Objects.equals(count, record.exceedingDays())) {
            put(EpisodeRecords.counted(record, count));
          }
        }
      }
      return revisions;
    }

    private void withdraw(ExceedanceRecord record) {
      if (record.state() != State.WITHDRAWN) {
        put(EpisodeRecords.withdrawn(record));
      }
    }

    private void put(ExceedanceRecord record) {
      keep(record);
      revisions.add(record);
    }

    private void keep(ExceedanceRecord record) {
      latest.remove(name);
      store.put(OutletKey.episode(mn, period, factor, record.from(), record.rule()), record);
    }

    private ExceedanceRecord latestStanding() {
      return latest
          .computeIfAbsent(name, key -> Optional.ofNullable(findLatestStanding()))
          .orElse(null);
    }

    private ExceedanceRecord findLatestStanding() {
      ExceedanceRecord[] found = new ExceedanceRecord[1];
      store.downwards(
          OutletKey.episodesFrom(mn, period, factor, Instant.EPOCH),
          OutletKey.episodesFrom(mn, period, factor, Instant.MAX),
          (key, record) -> {
            found[0] = record.state() == State.WITHDRAWN ? null : record;
            return found[0] == null;
          });
      return found[0];
    }

    private Map<String, ExceedanceRecord> published(JudgedPeriods.Stretch stretch) {
      Map<String, ExceedanceRecord> published = new LinkedHashMap<>();
      store.upwards(
          OutletKey.episodesFrom(mn, period, factor, stretch.from()),
          OutletKey.episodesFrom(mn, period, factor, stretch.to().plusSeconds(1)),
          (key, record) -> {
            published.put(name(record.from(), record.rule()), record);
            return true;
          });
      return published;
    }
  }

  private static int revisionAfter(ExceedanceRecord before) {
    return before == null ? 1 : before.revision() + 1;
  }

  private static String name(Instant from, String rule) {
    return from + "|" + rule;
  }

  private static Episode episodeOf(ExceedanceRecord record) {
    return new Episode(
        record.limit().toDomain(),
        record.from(),
        record.period().startOf(record.to().minusSeconds(1)),
        record.periods(),
        record.worst(),
        record.multiple(),
        record.worstAt(),
        record.state() == State.OPEN);
  }
}

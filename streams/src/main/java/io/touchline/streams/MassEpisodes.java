package io.touchline.streams;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.Evidence;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.Episode;
import io.touchline.domain.Judgement;
import io.touchline.domain.totals.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/** The published episodes of mass, and their next revisions when judged days or months change. */
final class MassEpisodes {

  private final RecordStore<ExceedanceRecord> store;

  MassEpisodes(RecordStore<ExceedanceRecord> store) {
    this.store = store;
  }

  /** Whether an episode that begins in a stretch stands. */
  boolean hasStanding(Scope scope, String factor, Averaging mass, Instant from, Instant to) {
    return published(scope, factor, mass, from, to).values().stream()
        .anyMatch(record -> record.state() != State.WITHDRAWN);
  }

  /**
   * Compares the episodes that begin in a stretch with those published before.
   *
   * @param from first beginning looked at; {@code to} the last
   * @param judged what proves them, by start
   * @return what is to be published: new, different, or withdrawn
   */
  List<ExceedanceRecord> replace(
      Scope scope,
      String factor,
      Averaging mass,
      Instant from,
      Instant to,
      List<Episode> episodes,
      SortedMap<Instant, Judgement> judged) {
    List<ExceedanceRecord> revisions = new ArrayList<>();
    Map<Bytes, ExceedanceRecord> unseen = published(scope, factor, mass, from, to);
    for (Episode episode : episodes) {
      Bytes key =
          OutletKey.episode(
              scope.text(),
              mass.judgedEach(),
              name(factor, mass),
              episode.from(),
              episode.limit().rule());
      ExceedanceRecord before = unseen.remove(key);
      ExceedanceRecord after = record(scope, factor, episode, judged, before);
      if (before == null || !after.equals(before.as(before.state(), after.revision(), null))) {
        store.put(key, after);
        revisions.add(after);
      }
    }
    unseen.forEach(
        (key, before) -> {
          if (before.state() != State.WITHDRAWN) {
            ExceedanceRecord gone = EpisodeRecords.withdrawn(before);
            store.put(key, gone);
            revisions.add(gone);
          }
        });
    return revisions;
  }

  private Map<Bytes, ExceedanceRecord> published(
      Scope scope, String factor, Averaging mass, Instant from, Instant to) {
    Map<Bytes, ExceedanceRecord> published = new LinkedHashMap<>();
    store.upwards(
        OutletKey.episodesFrom(scope.text(), mass.judgedEach(), name(factor, mass), from),
        OutletKey.episodesFrom(
            scope.text(), mass.judgedEach(), name(factor, mass), to.plusSeconds(1)),
        (key, record) -> {
          published.put(key, record);
          return true;
        });
    return published;
  }

  private static ExceedanceRecord record(
      Scope scope,
      String factor,
      Episode episode,
      SortedMap<Instant, Judgement> judged,
      ExceedanceRecord before) {
    List<Evidence> evidence =
        new TreeSet<>(List.of(episode.from(), episode.worstAt(), episode.last()))
            .stream()
                .map(at -> new Evidence(at, judged.get(at).judged(), null, 0, List.of()))
                .toList();
    return new ExceedanceRecord(
        ExceedanceRecord.SCHEMA_VERSION,
        scope.id(),
        factor,
        episode.limit().averaging().judgedEach(),
        episode.limit().rule(),
        OutletRecord.Limit.of(episode.limit()),
        episode.from(),
        episode.limit().averaging().judgedEach().endOf(episode.last()),
        episode.periods(),
        episode.worst(),
        episode.worstAt(),
        episode.multiple(),
        episode.open() ? State.OPEN : State.CLOSED,
        before == null ? 1 : before.revision() + 1,
        evidence,
        null,
        scope.kind());
  }

  /** Each kind of mass has its own episodes. */
  private static String name(String factor, Averaging mass) {
    return factor + '/' + mass.name();
  }
}

package io.touchline.app.proof;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Figures of records by name, as texts that are the same where the figures are. */
final class Figures {

  private Figures() {}

  /**
   * An episode without what follows from later data, its state, and from counting, its revision.
   */
  static SortedMap<String, String> of(ExceedanceRecord episode) {
    SortedMap<String, String> figures = new TreeMap<>();
    figures.put("factor", episode.factor());
    figures.put("averaging", episode.period().name());
    figures.put("rule", episode.rule());
    limit(figures, episode.limit());
    put(figures, "from", episode.from());
    put(figures, "to", episode.to());
    put(figures, "periods", episode.periods());
    put(figures, "worst", episode.worst());
    put(figures, "worstAt", episode.worstAt());
    put(figures, "multiple", episode.multiple());
    put(figures, "exceedingDays", episode.exceedingDays());
    for (ExceedanceRecord.Evidence period : episode.evidence()) {
      String at = "evidence " + ChinaTime.format(period.start()) + ' ';
      put(figures, at + "value", period.value());
      put(figures, at + "converted", period.converted());
      put(figures, at + "frames", hashes(period.frames()));
    }
    return figures;
  }

  /** One factor of a mean without its revision and cause. */
  static SortedMap<String, String> of(MeansRecord record, String factor) {
    SortedMap<String, String> figures = new TreeMap<>();
    MeansRecord.Factor mean = record.factors().get(factor);
    if (mean == null) {
      return figures;
    }
    put(figures, "value", mean.value());
    put(figures, "converted", mean.converted());
    put(figures, "rederived", mean.rederived());
    put(figures, "unit", mean.unit());
    put(figures, "amount", mean.amount());
    put(figures, "massMg", mean.massMg());
    put(figures, "valid", mean.valid());
    put(figures, "reason", mean.reason());
    put(figures, "source", mean.source());
    put(figures, "frames", hashes(record.framesOf(mean)));
    if (mean.judgement() != null) {
      put(figures, "rule", mean.judgement().rule());
      put(figures, "verdict", mean.judgement().verdict());
      put(figures, "judged", mean.judgement().judged());
      put(figures, "multiple", mean.judgement().multiple());
      limit(figures, mean.judgement().limit());
    }
    return figures;
  }

  private static void limit(SortedMap<String, String> figures, OutletRecord.Limit limit) {
    put(figures, "limit", limit.value());
    put(figures, "limit lower", limit.lower());
    put(figures, "limit unit", limit.unit());
    put(figures, "limit averaging", limit.averaging());
    put(figures, "limit basis", limit.basis());
    put(figures, "limit source", limit.source());
    put(figures, "limit clause", limit.clause());
    put(figures, "limit validFrom", limit.validFrom());
    put(figures, "limit validTo", limit.validTo());
  }

  private static String hashes(List<FrameRef> frames) {
    return frames.stream()
        .map(FrameRef::hash)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining(" "));
  }

  private static void put(SortedMap<String, String> figures, String name, Object value) {
    if (value != null) {
      figures.put(name, value instanceof Instant at ? ChinaTime.format(at) : value.toString());
    }
  }
}

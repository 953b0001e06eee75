package io.touchline.fleet.logger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The periods that a logger stored, so many of each kind, the oldest forgotten first. What is in it
 * and what was sent are two things: a period remembered and not sent is one that a centre can ask
 * for. May be used from several threads.
 */
public final class Memory implements Measurements {

  private static final int PERIODS = 7 * 24 * 60;

  private final int periodsOfAKind;
  private final Map<String, NavigableMap<Instant, List<Upload>>> kinds = new HashMap<>();

  /** Of a week of minutes, and as many hours and days. */
  public Memory() {
    this(PERIODS);
  }

  public Memory(int periodsOfAKind) {
    this.periodsOfAKind = periodsOfAKind;
  }

  /** Stores a period, whether it is sent or not; one that is there already is replaced. */
  public synchronized void remember(Upload period) {
    NavigableMap<Instant, List<Upload>> kind =
        kinds.computeIfAbsent(period.commandCode(), cn -> new TreeMap<>());
    kind.put(period.dataTime(), period.fitted());
    if (kind.size() > periodsOfAKind) {
      kind.pollFirstEntry();
    }
  }

  /** Loses what it stored from one start up to another, excluded: the logger was off. */
  public synchronized void lose(String commandCode, Instant from, Instant to) {
    kinds.getOrDefault(commandCode, new TreeMap<>()).subMap(from, to).clear();
  }

  @Override
  public synchronized Iterator<List<Upload>> between(String commandCode, Instant from, Instant to) {
    NavigableMap<Instant, List<Upload>> kind = kinds.getOrDefault(commandCode, new TreeMap<>());
    return from.isAfter(to)
        ? List.<List<Upload>>of().iterator()
        : new ArrayList<>(kind.subMap(from, true, to, true).values()).iterator();
  }
}

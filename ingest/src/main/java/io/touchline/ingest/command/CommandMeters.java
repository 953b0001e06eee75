package io.touchline.ingest.command;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.touchline.contract.CommandResultRecord.State;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of commands, beside the gateway's own meters and under their name. */
final class CommandMeters {

  private static final String PREFIX = "touchline.gateway.command";

  private final Map<State, LongAdder> steps = new EnumMap<>(State.class);
  private final LongAdder resends = new LongAdder();
  private final LongAdder unasked = new LongAdder();
  private final AtomicInteger dialogs = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  CommandMeters() {
    for (State state : State.values()) {
      steps.put(state, new LongAdder());
    }
  }

  /** The broker has a step of this gateway. */
  void step(State state) {
    steps.get(state).increment();
  }

  void resent() {
    resends.increment();
  }

  /** An answer came to a request that nobody made, or whose end is long past. */
  void unasked() {
    unasked.increment();
  }

  void dialogBegun() {
    dialogs.incrementAndGet();
  }

  void dialogOver() {
    dialogs.decrementAndGet();
  }

  void waiting(int commands) {
    waiting.set(commands);
  }

  int dialogs() {
    return dialogs.get();
  }

  long unaskedAnswers() {
    return unasked.sum();
  }

  void bindTo(MeterRegistry registry) {
    steps.forEach(
        (state, count) ->
            counter(
                registry,
                ".steps",
                "Steps of commands written by this gateway",
                Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                count));
    counter(registry, ".resends", "Requests sent again for want of a 9011", Tags.empty(), resends);
    counter(registry, ".answers.unasked", "Answers to no request of ours", Tags.empty(), unasked);
    Gauge.builder(PREFIX + ".dialogs", dialogs, AtomicInteger::get)
        .description("Requests under way with loggers")
        .register(registry);
    Gauge.builder(PREFIX + ".waiting", waiting, AtomicInteger::get)
        .description("Commands not over yet, here or elsewhere")
        .register(registry);
  }

  private static void counter(
      MeterRegistry registry, String name, String description, Tags tags, LongAdder count) {
    FunctionCounter.builder(PREFIX + name, count, LongAdder::sum)
        .description(description)
        .tags(tags)
        .register(registry);
  }
}

package io.touchline.fleet.logger;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The box itself: its clock, what is set in it, how it takes requests. Written on the logger's
 * event loop, read from anywhere.
 */
final class Device {

  private final LoggerPersonality personality;
  private final LoggerClock clock;
  private final RequestNumbers requestNumbers;
  private final Map<String, Reaction> reactions = new ConcurrentHashMap<>();

  /** Registers of the instruments, by the name they have on the wire. */
  private final Map<String, String> registers = new ConcurrentHashMap<>();

  private volatile LoggerConfiguration configuration;

  Device(LoggerPersonality personality, DeliverySettings settings, Clock truth) {
    this.personality = personality;
    this.clock = new LoggerClock(truth, personality.clockOffset());
    this.requestNumbers = new RequestNumbers(clock);
    this.configuration =
        new LoggerConfiguration(
            personality.identity(),
            settings.overTime(),
            settings.reCount(),
            30,
            10,
            true,
            false,
            personality.key(),
            "");
  }

  LoggerPersonality personality() {
    return personality;
  }

  LoggerClock clock() {
    return clock;
  }

  /** A number that was never used before, by its own clock. */
  String nextRequestNumber() {
    return requestNumbers.next();
  }

  /** Sets the clock; request numbers follow it. */
  void setClock(Instant time) {
    clock.set(time);
    requestNumbers.clockWasSet();
  }

  LoggerConfiguration configuration() {
    return configuration;
  }

  LoggerIdentity identity() {
    return configuration.identity();
  }

  void configure(UnaryOperator<LoggerConfiguration> change) {
    configuration = change.apply(configuration);
  }

  Map<String, String> registers() {
    return registers;
  }

  /** How it takes requests of a kind from now on. */
  void reactTo(String commandCode, Reaction reaction) {
    reactions.put(commandCode, reaction);
  }

  Reaction reactionTo(String commandCode) {
    return reactions.getOrDefault(commandCode, new Reaction.Obey());
  }
}

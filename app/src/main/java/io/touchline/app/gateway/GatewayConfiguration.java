package io.touchline.app.gateway;

import io.touchline.app.Complaint;
import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Configuration;
import io.touchline.app.settings.Form;
import io.touchline.app.settings.Setting;
import io.touchline.ingest.GatewaySettings;
import io.touchline.ingest.limit.Allowance;
import io.touchline.ingest.limit.LockOuts;
import io.touchline.ingest.limit.Network;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the gateway role, and what they make. */
public final class GatewayConfiguration {

  private static final GatewaySettings FALLBACK = GatewaySettings.defaults();

  static final Setting<String> NAME = new Setting<>("gateway.name", Form.TEXT, FALLBACK.name());
  static final Setting<String> HOST = new Setting<>("gateway.host", Form.TEXT, FALLBACK.host());
  static final Setting<Integer> PORT = new Setting<>("gateway.port", Form.PORT, FALLBACK.port());
  static final Setting<Optional<Integer>> LOOPS =
      new Setting<>("gateway.loops", Form.OPTIONAL_COUNT, Optional.empty());
  static final Setting<Integer> CONNECTIONS =
      new Setting<>("gateway.connections.total", Form.COUNT, FALLBACK.connections().total());
  static final Setting<Integer> CONNECTIONS_PER_ADDRESS =
      new Setting<>(
          "gateway.connections.per-address", Form.COUNT, FALLBACK.connections().perAddress());
  static final Setting<Duration> START = patience("start", FALLBACK.patience().start());
  static final Setting<Duration> IDLE = patience("idle", FALLBACK.patience().idle());
  static final Setting<Duration> UNFINISHED =
      patience("unfinished-frame", FALLBACK.patience().unfinishedFrame());
  static final Setting<Duration> STALL = patience("stall", FALLBACK.patience().stall());
  static final Setting<Duration> DELIVERY = patience("delivery", FALLBACK.patience().delivery());
  static final Setting<Duration> DRAIN = patience("drain", FALLBACK.patience().drain());
  static final Setting<Long> IN_FLIGHT =
      new Setting<>("gateway.in-flight.total", Form.BYTES, FALLBACK.inFlight().total());
  static final Setting<Long> IN_FLIGHT_PER_CONNECTION =
      new Setting<>(
          "gateway.in-flight.per-connection", Form.BYTES, FALLBACK.inFlight().perConnection());
  static final Setting<Duration> OVER_TIME =
      new Setting<>("gateway.commands.over-time", Form.DURATION, FALLBACK.commands().overTime());
  static final Setting<Integer> RE_COUNT =
      new Setting<>("gateway.commands.re-count", Form.COUNT, FALLBACK.commands().reCount());
  static final Setting<Duration> RESULT =
      new Setting<>("gateway.commands.patience", Form.DURATION, FALLBACK.commands().patience());
  static final Setting<Duration> HARDWARE_RESULT =
      new Setting<>(
          "gateway.commands.long-patience", Form.DURATION, FALLBACK.commands().longPatience());
  static final Setting<List<Network>> NETWORKS =
      new Setting<>("gateway.connections.networks", Form.list("networks", Network::of), List.of());
  static final Setting<Integer> OPENED_PER_SECOND =
      new Setting<>(
          "gateway.connections.opened-per-second",
          Form.COUNT,
          (int) FALLBACK.connections().opening().perSecond());
  static final Setting<Optional<Integer>> OPENED_AT_ONCE =
      new Setting<>("gateway.connections.opened-at-once", Form.OPTIONAL_COUNT, Optional.empty());
  static final Setting<Duration> SLOW_READER =
      patience("slow-reader", FALLBACK.patience().slowReader());
  static final Setting<Integer> STRANGER_PIECES =
      new Setting<>("gateway.strangers.pieces", Form.COUNT, FALLBACK.strangers().pieces());
  static final Setting<Duration> STRANGER_PATIENCE =
      new Setting<>("gateway.strangers.patience", Form.DURATION, FALLBACK.strangers().patience());
  static final Setting<Integer> LOCK_OUT_FAILURES =
      new Setting<>(
          "gateway.lock-out.failures", Form.COUNT, FALLBACK.strangers().lockOut().failures());
  static final Setting<Duration> LOCK_OUT_FIRST =
      new Setting<>(
          "gateway.lock-out.first", Form.DURATION, FALLBACK.strangers().lockOut().first());
  static final Setting<Duration> LOCK_OUT_LONGEST =
      new Setting<>(
          "gateway.lock-out.longest", Form.DURATION, FALLBACK.strangers().lockOut().longest());
  static final Setting<Long> QUARANTINE_PER_SECOND =
      new Setting<>(
          "gateway.quarantine.per-second",
          Form.BYTES,
          FALLBACK.strangers().quarantine().perSecond());
  static final Setting<Long> QUARANTINE_AT_ONCE =
      new Setting<>(
          "gateway.quarantine.at-once", Form.BYTES, FALLBACK.strangers().quarantine().burst());

  private static final List<Setting<?>> OWN =
      List.of(
          NAME,
          HOST,
          PORT,
          LOOPS,
          CONNECTIONS,
          CONNECTIONS_PER_ADDRESS,
          OPENED_PER_SECOND,
          OPENED_AT_ONCE,
          NETWORKS,
          START,
          IDLE,
          UNFINISHED,
          STALL,
          DELIVERY,
          DRAIN,
          SLOW_READER,
          IN_FLIGHT,
          IN_FLIGHT_PER_CONNECTION,
          OVER_TIME,
          RE_COUNT,
          RESULT,
          HARDWARE_RESULT,
          STRANGER_PIECES,
          STRANGER_PATIENCE,
          LOCK_OUT_FAILURES,
          LOCK_OUT_FIRST,
          LOCK_OUT_LONGEST,
          QUARANTINE_PER_SECOND,
          QUARANTINE_AT_ONCE);

  /** In the order of the page. */
  public static final List<Setting<?>> ALL =
      Stream.of(RoleSettings.SERVERS, OWN, DoorConfiguration.ALL, RoleSettings.METRICS)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private GatewayConfiguration() {}

  static GatewaySettings settings(Configuration configuration) {
    return FALLBACK
        .withName(configuration.get(NAME))
        .withAddress(configuration.get(HOST), configuration.get(PORT))
        .withLoops(configuration.get(LOOPS).orElse(FALLBACK.loops()))
        .with(
            new GatewaySettings.Connections(
                configuration.get(CONNECTIONS),
                configuration.get(CONNECTIONS_PER_ADDRESS),
                new Allowance(
                    configuration.get(OPENED_PER_SECOND),
                    configuration
                        .get(OPENED_AT_ONCE)
                        .orElse(configuration.get(CONNECTIONS_PER_ADDRESS))),
                configuration.get(NETWORKS)))
        .with(
            new GatewaySettings.Patience(
                configuration.get(START),
                configuration.get(IDLE),
                configuration.get(UNFINISHED),
                configuration.get(STALL),
                configuration.get(DELIVERY),
                configuration.get(DRAIN),
                configuration.get(SLOW_READER)))
        .with(
            new GatewaySettings.InFlight(
                configuration.get(IN_FLIGHT), configuration.get(IN_FLIGHT_PER_CONNECTION)))
        .with(
            FALLBACK
                .commands()
                .withResends(configuration.get(OVER_TIME), configuration.get(RE_COUNT))
                .withPatience(configuration.get(RESULT), configuration.get(HARDWARE_RESULT)))
        .with(strangers(configuration))
        .with(DoorConfiguration.doors(configuration));
  }

  private static GatewaySettings.Strangers strangers(Configuration configuration) {
    Duration first = configuration.get(LOCK_OUT_FIRST);
    Duration longest = configuration.get(LOCK_OUT_LONGEST);
    if (longest.compareTo(first) < 0) {
      throw Complaint.usage("gateway.lock-out.order", LOCK_OUT_LONGEST.key(), LOCK_OUT_FIRST.key());
    }
    return new GatewaySettings.Strangers(
        configuration.get(STRANGER_PIECES),
        configuration.get(STRANGER_PATIENCE),
        new LockOuts.Rule(configuration.get(LOCK_OUT_FAILURES), first, longest),
        new Allowance(
            configuration.get(QUARANTINE_PER_SECOND), configuration.get(QUARANTINE_AT_ONCE)),
        FALLBACK.strangers().remembered());
  }

  private static Setting<Duration> patience(String name, Duration fallback) {
    return new Setting<>("gateway.patience." + name, Form.DURATION, fallback);
  }
}

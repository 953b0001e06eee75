package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandRecord.Origin;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationDialect;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Packet;
import io.touchline.ingest.command.CommandSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A broker, gateways, loggers, and those who write commands and read what came of them. */
abstract class CommandScene {

  static final Duration SOON = Duration.ofSeconds(30);

  static {
    LeakWatch.install();
  }

  final BrokerFixture broker = BrokerFixture.shared();
  final Topics topics = new Topics("it-" + UUID.randomUUID() + ".", 3);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Map<String, Gateway> gateways = new HashMap<>();
  SimpleMeterRegistry meters;

  @BeforeEach
  void start() {
    broker.create(topics);
    broker.register(topics, Frames.MN, Outlets.stack(Frames.MN, Frames.PW));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    assertThat(LeakWatch.leaks()).isEmpty();
  }

  int gateway(String name) {
    return gateway(name, Clock.systemUTC());
  }

  int gateway(String name, Clock clock) {
    meters = new SimpleMeterRegistry();
    Gateway gateway =
        new Gateway(
            GatewaySettings.defaults()
                .withName(name)
                .withAddress("127.0.0.1", 0)
                .with(
                    CommandSettings.defaults()
                        .withResends(Duration.ofSeconds(1), 2)
                        .withPatience(Duration.ofSeconds(3), Duration.ofSeconds(3))
                        .withRoom(5, 100)),
            topics,
            broker.servers(),
            meters,
            clock);
    open.add(0, gateway);
    gateways.put(name, gateway);
    return gateway.start();
  }

  /** In good order: it says goodbye. */
  void stop(String gateway) {
    gateways.get(gateway).close();
  }

  /** A step that a gateway wrote before the test. */
  void said(String id, CommandCode code, State state, String gateway, Duration ago) {
    Instant at = Instant.now().minus(ago);
    CommandResultRecord step =
        new CommandResultRecord(
            CommandResultRecord.SCHEMA_VERSION,
            id,
            Frames.MN,
            code.name(),
            state,
            at,
            gateway,
            "a run that is gone",
            state == State.TAKEN ? null : Frames.qn(77),
            state == State.TAKEN ? 0 : 1,
            null,
            null,
            0,
            null,
            null);
    broker.put(topics.commandResults().name(), Frames.MN, Json.text(step).getBytes(UTF_8));
  }

  /** A logger that has sent a frame and been answered: the gateway knows it. */
  CommandedLogger connect(int port) throws IOException {
    return connect(port, Frames.minute(DataTimes.formatMilli(ChinaTime.civil(Instant.now()))));
  }

  /** The same; it does whatever it is asked, from its first frame on. */
  CommandedLogger connectWilling(int port) throws IOException {
    CommandedLogger logger = new CommandedLogger(port);
    logger.on(logger::does);
    return meet(logger, Frames.minute(DataTimes.formatMilli(ChinaTime.civil(Instant.now()))));
  }

  /** The same with a first frame of its own. */
  CommandedLogger connect(int port, byte[] first) throws IOException {
    return meet(new CommandedLogger(port), first);
  }

  private CommandedLogger meet(CommandedLogger logger, byte[] first) {
    open.add(0, logger);
    logger.send(first);
    await().atMost(SOON).until(() -> logger.answers().size() == 1);
    return logger;
  }

  String command(CommandCode code, Map<String, String> parameters) {
    return command(code, parameters, Duration.ofMinutes(5));
  }

  String command(CommandCode code, Map<String, String> parameters, Duration valid) {
    String id = UUID.randomUUID().toString();
    write(id, code, parameters, valid);
    return id;
  }

  /** The same once more, as a writer does that was started anew. */
  void again(String id, CommandCode code, Map<String, String> parameters) {
    write(id, code, parameters, Duration.ofMinutes(5));
  }

  private void write(String id, CommandCode code, Map<String, String> parameters, Duration valid) {
    Instant now = Instant.now();
    CommandRecord record =
        new CommandRecord(
            CommandRecord.SCHEMA_VERSION,
            id,
            Frames.MN,
            code,
            new TreeMap<>(parameters),
            Origin.PERSON,
            "officer",
            "test",
            now,
            now.plus(valid));
    broker.put(topics.commands().name(), Frames.MN, Json.text(record).getBytes(UTF_8));
  }

  CommandResultRecord awaitEnd(String id) {
    return await()
        .atMost(SOON)
        .until(
            () -> steps(id).stream().filter(step -> step.state().terminal()).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  List<State> states(String id) {
    return steps(id).stream().map(CommandResultRecord::state).toList();
  }

  List<CommandResultRecord> steps(String id) {
    return broker.read(topics.commandResults()).stream()
        .map(record -> parse(record.value(), CommandResultRecord.class))
        .filter(step -> step.id().equals(id))
        .toList();
  }

  List<CommandRecord> commands() {
    return broker.read(topics.commands()).stream()
        .map(record -> parse(record.value(), CommandRecord.class))
        .toList();
  }

  static <T> T parse(byte[] json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static long distinct(List<Packet> requests) {
    return requests.stream().map(Packet::qn).distinct().count();
  }

  static OutletRecord withDialect(String key, List<String> serials, boolean setsTime) {
    return Outlets.stack(Frames.MN, Frames.PW)
        .withDialect(
            new StationDialect(null, null, null, null, null, key, serials, setsTime, null));
  }
}

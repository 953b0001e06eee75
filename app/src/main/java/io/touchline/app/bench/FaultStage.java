package io.touchline.app.bench;

import io.touchline.app.Ports;
import io.touchline.app.broker.TopicCreator;
import io.touchline.app.registry.RegistryImport;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import io.touchline.hj212.PacketWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A broker, a gateway and two journals as processes of their own, and what can befall them. */
final class FaultStage implements AutoCloseable {

  /** Longer than the ten seconds after which a group takes a member for dead. */
  private static final Duration LONG = Duration.ofSeconds(14);

  private static final Duration SHORT = Duration.ofSeconds(6);
  private static final String HEAP = "256m";

  private final Path directory = Stage.temporaryDirectory();
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final int brokerPort = Ports.free();
  private final int gatewayPort = Ports.free();
  private final ChildJvm[] journals = new ChildJvm[2];
  private ChildJvm broker;
  private GatewayProcess gateway;

  FaultStage(List<OutletRecord> outlets) {
    broker = startBroker();
    try (Admin admin = Admin.create(client())) {
      new TopicCreator(admin).apply(topics.all());
    }
    RegistryImport.send(outlets, topics, client());
    gateway = startGateway();
    journals[0] = startJournal("journal-1");
    journals[1] = startJournal("journal-2");
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + brokerPort);
  }

  Path directory() {
    return directory;
  }

  int gatewayPort() {
    return gatewayPort;
  }

  void befall(Fault fault, String mn) throws InterruptedException, IOException {
    switch (fault) {
      case NONE -> {
        // Nothing befalls it.
      }
      case KILL_GATEWAY -> {
        gateway.kill();
        gateway = startGateway();
      }
      case KILL_JOURNAL -> {
        journals[0].kill();
        journals[0] = startJournal("journal-1");
      }
      case KILL_BROKER -> {
        broker.kill();
        broker = startBroker();
      }
      case FREEZE_JOURNAL -> journals[1].freeze(LONG);
      case FREEZE_GATEWAY -> gateway.freeze(SHORT);
      case FREEZE_BROKER -> broker.freeze(SHORT);
      case JOIN_JOURNAL -> {
        try (ChildJvm third = startJournal("journal-3")) {
          Thread.sleep(LONG.toMillis());
          third.kill();
        }
      }
      case POISON -> poison(mn);
    }
  }

  private void poison(String mn) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gatewayPort)) {
      OutputStream out = socket.getOutputStream();
      for (byte[] one : poisons(mn)) {
        out.write(one);
      }
      out.flush();
    }
  }

  /** The outlet's own frames have another command code: none of these may change its hours. */
  private static List<byte[]> poisons(String mn) {
    List<byte[]> poisons = new ArrayList<>();
    poisons.add("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    poisons.add(new byte[] {0, (byte) 0xff, '#', '#', '#', '#', '9', '9', '9', '9', 'x'});
    for (String time : new String[] {"20261399250000", "", "now", "99999999999999"}) {
      poisons.add(packet(mn).item("DataTime", time).factor("a21002", "Avg", "1").toFrame());
    }
    for (String value : new String[] {"1e999", "NaN", "-", "9".repeat(400), "1,5"}) {
      poisons.add(
          packet(mn)
              .item("DataTime", "20260101000000")
              .factor("a21002", "Avg", value, "Flag", "?")
              .toFrame());
    }
    return poisons;
  }

  private static PacketWriter packet(String mn) {
    return new PacketWriter()
        .qn("20260101000000000")
        .st("31")
        .cn("2051")
        .pw(FaultScenario.PASSWORD)
        .mn(mn)
        .flag(5);
  }

  private ChildJvm startBroker() {
    ChildJvm started =
        ChildJvm.start(
            "broker",
            directory,
            List.of("-Xmx768m"),
            Map.of(),
            BrokerProcess.class,
            directory.resolve("broker").toString(),
            Integer.toString(brokerPort));
    started.await("READY ");
    return started;
  }

  private GatewayProcess startGateway() {
    return GatewayProcess.start(
        "gateway",
        directory,
        HEAP,
        "127.0.0.1:" + brokerPort,
        Map.of("TOUCHLINE_GATEWAY_PORT", Integer.toString(gatewayPort)));
  }

  private ChildJvm startJournal(String name) {
    ChildJvm started =
        ChildJvm.start(
            name,
            directory,
            List.of("-Xmx512m"),
            Map.of(),
            JournalProcess.class,
            "127.0.0.1:" + brokerPort,
            directory.resolve(name).toString(),
            "1");
    started.await("READY");
    return started;
  }

  @Override
  public void close() {
    for (ChildJvm journal : journals) {
      if (journal != null) {
        journal.close();
      }
    }
    if (gateway != null) {
      gateway.close();
    }
    broker.close();
    Stage.remove(directory);
  }
}

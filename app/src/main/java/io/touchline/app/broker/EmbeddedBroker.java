package io.touchline.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.app.Complaint;
import io.touchline.app.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One real Kafka broker in this JVM (KRaft, production classes), on the loopback interface, without
 * passwords.
 *
 * <p>What it acknowledged outlives the end of this process in any manner, {@code kill -9} included;
 * like every Kafka it leaves the flush to the operating system, so with one broker a power cut may
 * take the last seconds. Servers that hold evidence want three.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts on what the directory holds, or on a new log where it is empty; returns when clients can
   * connect. The address is left in the directory's file {@code bootstrap-servers}.
   *
   * @param port where clients connect, 0 for a free one; it may differ from one start to the next
   * @throws Complaint where the port is taken or the directory cannot be used
   */
  public static EmbeddedBroker start(Path directory, int port) {
    int clients = port == 0 ? Ports.free() : Ports.checked(port, "broker");
    int controller = Ports.freeBeside(clients);
    Path logs = directory.toAbsolutePath().resolve("logs");
    try {
      Files.createDirectories(logs);
      format(logs);
      KafkaRaftServer server = started(BrokerSettings.of(logs, clients, controller));
      EmbeddedBroker broker = new EmbeddedBroker(server, clients);
      Files.writeString(directory.resolve("bootstrap-servers"), broker.bootstrapServers() + '\n');
      return broker;
    } catch (IOException e) {
      throw Complaint.because(e, "broker.directory", directory);
    }
  }

  private static KafkaRaftServer started(Properties settings) {
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    try {
      server.startup();
      return server;
    } catch (RuntimeException e) {
      server.shutdown();
      server.awaitShutdown();
      throw Complaint.because(e, "broker.start", e.getMessage());
    }
  }

  /** Gives a new directory its cluster id; one that has its own keeps it. */
  private static void format(Path logs) throws IOException {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    Formatter formatter =
        new Formatter()
            .setNodeId(BrokerSettings.NODE_ID)
            .setClusterId(Uuid.randomUuid().toString())
            .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
            .setMetadataLogDirectory(logs.toString())
            .addDirectory(logs.toString())
            .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try {
      formatter.run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** {@code 127.0.0.1:PORT}. */
  public String bootstrapServers() {
    return Ports.LOOPBACK + ":" + port;
  }

  public int port() {
    return port;
  }

  /** Stops in order: a broker stopped so needs no recovery at its next start. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}

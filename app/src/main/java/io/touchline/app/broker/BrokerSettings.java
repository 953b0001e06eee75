package io.touchline.app.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * Kafka's settings for one broker that is its own controller, in a JVM it shares with others.
 *
 * <p>The quorum is static, not dynamic: a dynamic one writes the controller's port into the disk
 * format, and a restart could not take another.
 */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String HOST = "127.0.0.1";

  private BrokerSettings() {}

  static Properties of(Path logs, int port, int controllerPort) {
    Properties settings = new Properties();
    node(settings, logs, port, controllerPort);
    oneBrokerOnly(settings);
    keptAsTheRegistrySays(settings);
    small(settings);
    return settings;
  }

  private static void node(Properties settings, Path logs, int port, int controllerPort) {
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", Integer.toString(NODE_ID));
    settings.setProperty("controller.quorum.voters", NODE_ID + "@" + HOST + ':' + controllerPort);
    settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    settings.setProperty("inter.broker.listener.name", "CLIENTS");
    settings.setProperty(
        "listeners",
        "CLIENTS://" + HOST + ':' + port + ",CONTROLLER://" + HOST + ':' + controllerPort);
    settings.setProperty(
        "listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("log.dirs", logs.toString());
  }

  /** Kafka's own topics ask for three brokers by default. */
  private static void oneBrokerOnly(Properties settings) {
    settings.setProperty("default.replication.factor", "1");
    settings.setProperty("min.insync.replicas", "1");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    // A killed broker's next start has to wait until the controller takes the old one for dead.
    settings.setProperty("broker.heartbeat.interval.ms", "500");
    settings.setProperty("broker.session.timeout.ms", "3000");
  }

  private static void keptAsTheRegistrySays(Properties settings) {
    settings.setProperty("auto.create.topics.enable", "false");
    settings.setProperty("log.message.timestamp.type", "CreateTime");
    // The record time is the receipt, but replayed history is old and a wrong clock is ahead:
    // neither is a reason to refuse evidence.
    settings.setProperty("log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE));
    settings.setProperty("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    settings.setProperty("log.preallocate", "false");
    settings.setProperty("log.segment.bytes", Integer.toString(64 << 20));
    settings.setProperty("log.index.size.max.bytes", Integer.toString(1 << 20));
  }

  private static void small(Properties settings) {
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "4");
    settings.setProperty("background.threads", "2");
    settings.setProperty("num.recovery.threads.per.data.dir", "2");
    settings.setProperty("offsets.topic.num.partitions", "3");
    settings.setProperty("transaction.state.log.num.partitions", "3");
    settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
    settings.setProperty("offsets.topic.segment.bytes", Integer.toString(8 << 20));
    settings.setProperty("transaction.state.log.segment.bytes", Integer.toString(8 << 20));
    settings.setProperty("log.cleaner.threads", "1");
    settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    settings.setProperty("log.cleaner.io.buffer.size", Integer.toString(128 << 10));
  }
}

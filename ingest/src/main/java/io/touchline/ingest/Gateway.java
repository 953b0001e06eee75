package io.touchline.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Ticker;
import io.touchline.contract.Topics;
import io.touchline.ingest.command.CommandDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes HJ 212 frames in over TCP and keeps each one in Kafka; answers a frame after the broker has
 * stored it, and only then. One port for all editions of the protocol.
 *
 * <p>Started once and closed once.
 */
public final class Gateway implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final Duration RECONSIDER = Duration.ofMillis(250);
  private static final Duration HANG_UP = Duration.ofSeconds(2);

  private final GatewaySettings settings;
  private final Topics topics;
  private final Map<String, Object> kafka;
  private final MeterRegistry registry;
  private final Admission admission;
  private final Backpressure backpressure;
  private final GatewayMeters meters;
  private final StationDirectory stations;
  private final TopicFollower follower;
  private final EvidenceWriter writer;
  private final News news;
  private final StationLinks links;
  private final LinkMeters linkMeters = new LinkMeters();
  private final StationWatch watch;
  private final CommandDesk commands;
  private final Evidence evidence;
  private final EventLoopGroup loops;
  private final OpenConnections connections = new OpenConnections();
  private final FrameChecker checker;
  private final Doors doors;

  private ListeningPort listener;
  private Future<?> stallWatch;
  private boolean closed;

  /**
   * A gateway that is not started yet.
   *
   * @param kafka client properties, at least {@code bootstrap.servers}; those that the gateway's
   *     promises rest on, such as {@code acks}, are set over them
   * @param registry where the meters {@code touchline.gateway.*} are registered
   * @param clock gives the time of receipt
   */
  public Gateway(
      GatewaySettings settings,
      Topics topics,
      Map<String, Object> kafka,
      MeterRegistry registry,
      Clock clock) {
    this.settings = settings;
    this.topics = topics;
    this.kafka = Map.copyOf(kafka);
    this.registry = registry;
    this.admission = new Admission(settings.connections());
    this.backpressure = new Backpressure(settings, Ticker.systemTicker());
    this.meters = new GatewayMeters(admission, backpressure);
    this.stations = new StationDirectory(topics);
    this.writer = new EvidenceWriter(kafka, settings);
    this.news = new News(writer, topics);
    this.links = new StationLinks(settings.name(), news, clock);
    this.watch =
        new StationWatch(settings.name(), topics, stations, links, linkMeters, news, clock);
    stations.tell(watch::registered);
    this.follower =
        new TopicFollower(
            new KafkaConsumer<>(KafkaClients.registryConsumer(kafka, settings)),
            List.of(
                topics.outlets().name(), topics.stationKeys().name(), topics.proposals().name()),
            this::readRegistry);
    this.commands =
        new CommandDesk(
            settings.commands(),
            topics,
            settings.name(),
            new KafkaConsumer<>(KafkaClients.commandConsumer(kafka, settings)),
            writer::write,
            new GatewayLoggers(links, stations),
            clock);
    this.evidence = new Evidence(topics, settings.name(), clock);
    this.loops =
        new MultiThreadIoEventLoopGroup(
            settings.loops(), new DefaultThreadFactory("gateway-loop"), NioIoHandler.newFactory());
    this.checker = new FrameChecker(stations);
    this.doors = new Doors(settings, loops, connections, meters);
  }

  /**
   * Finds the topics, reads the registry, and only then listens.
   *
   * @return the port it listens on
   * @throws GatewayStartException with a message for a person; the gateway is closed then
   */
  public int start() {
    try {
      Deadline deadline = Deadline.in(settings.patience().start());
      writer.findTopics(topics, deadline);
      follower.start(deadline);
      linkMeters.bindTo(registry, links);
      startCommands(deadline);
      GatewayInitializer plain = initializer();
      DoorIntake intake = new DoorIntake(checker, watch, evidence, writer, backpressure, meters);
      listener = ListeningPort.open(loops, settings.host(), settings.port(), plain);
      doors.openPorts(plain, intake);
      doors.openKafka(topics, kafka, intake);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new GatewayStartException(GatewayStartException.Fault.INTERRUPTED, settings.name());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    meters.bindTo(registry);
    doors.bindTo(registry);
    Gauge.builder("touchline.gateway.stations", stations, StationDirectory::size)
        .description("Stations registered")
        .register(registry);
    Gauge.builder("touchline.gateway.memory.direct", Gateway::directMemory)
        .description("Direct memory of buffers for connections, as Netty counts it")
        .baseUnit("bytes")
        .register(registry);
    stallWatch =
        loops.scheduleWithFixedDelay(
            backpressure::reconsider,
            RECONSIDER.toMillis(),
            RECONSIDER.toMillis(),
            TimeUnit.MILLISECONDS);
    int port = listener.number();
    LOG.atInfo()
        .addKeyValue("host", settings.host())
        .addKeyValue("port", port)
        .addKeyValue("stations", stations.size())
        .log("the gateway listens");
    return port;
  }

  private void readRegistry(ConsumerRecord<byte[], byte[]> record) {
    stations.read(record);
    watch.read(record);
  }

  private void startCommands(Deadline deadline) {
    try {
      commands.start(deadline.left(), registry);
    } catch (KafkaException e) {
      throw new GatewayStartException(
          GatewayStartException.Fault.REGISTRY_NOT_READ, topics.commands().name());
    }
  }

  private GatewayInitializer initializer() {
    return new GatewayInitializer(
        settings,
        connections,
        admission,
        backpressure,
        checker,
        watch,
        evidence,
        writer,
        new CommandHandler(commands),
        meters,
        new Doorkeeper(settings.strangers(), meters, Ticker.systemTicker()),
        Optional.empty());
  }

  /** The port of {@link GatewaySettings.Doors#tls()}, once started. */
  public int tlsPort() {
    return doors.tlsPort();
  }

  /** The port of {@link GatewaySettings.Doors#https()}, once started. */
  public int httpsPort() {
    return doors.httpsPort();
  }

  /** Netty may take memory that the JVM's own figures of direct buffers leave out. */
  private static double directMemory() {
    return ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider provider
        ? provider.metric().usedDirectMemory()
        : 0;
  }

  /** What has been counted so far; also after {@link #close}. */
  public GatewayCounters counters() {
    return meters.snapshot();
  }

  /** Which stations are connected here, and how; also after {@link #close}, when none is. */
  public StationLinks links() {
    return links;
  }

  /**
   * Stops orderly: accepts no more, reads no more, answers what is under way for as long as {@link
   * GatewaySettings.Patience#drain()} allows, and hangs up. What was not answered by then the
   * loggers will resend.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (listener != null) {
      listener.close();
    }
    doors.close();
    if (stallWatch != null) {
      stallWatch.cancel(false);
    }
    Deadline deadline = Deadline.in(settings.patience().drain());
    connections.finish(deadline, HANG_UP);
    links.leaveAll();
    // Hanging up cuts what was unfinished, and that is still to reach quarantine.
    boolean drained = backpressure.awaitNothingInFlight(deadline);
    commands.close();
    news.awaitNothingUnderWay(deadline);
    writer.close();
    follower.close();
    loops.shutdownGracefully(0, HANG_UP.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    LOG.atInfo().addKeyValue("drained", drained).log("the gateway is closed");
  }
}

package io.touchline.ingest;

import io.touchline.ingest.command.CommandSettings;
import io.touchline.ingest.door.HttpsDoorSettings;
import io.touchline.ingest.door.KafkaDoorSettings;
import io.touchline.ingest.limit.Allowance;
import io.touchline.ingest.limit.LockOuts;
import io.touchline.ingest.limit.Network;
import io.touchline.ingest.tls.TlsPort;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one gateway is set up.
 *
 * @param name written into every record, so that evidence says which gateway took it in
 * @param host address to listen on
 * @param port TCP port to listen on; 0 takes a free one, which {@link Gateway#start()} returns
 * @param loops event loop threads
 */
public record GatewaySettings(
    String name,
    String host,
    int port,
    int loops,
    Connections connections,
    Patience patience,
    InFlight inFlight,
    Strangers strangers,
    Doors doors,
    CommandSettings commands) {

  public static final int DEFAULT_PORT = 9000;

  public GatewaySettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(inFlight, "inFlight");
    Objects.requireNonNull(strangers, "strangers");
    Objects.requireNonNull(doors, "doors");
    Objects.requireNonNull(commands, "commands");
    require(port >= 0 && port <= 65_535, "port must be 0 to 65535", port);
    require(loops > 0, "loops must be at least 1", loops);
  }

  public static GatewaySettings defaults() {
    return new GatewaySettings(
        "gateway-1",
        "0.0.0.0",
        DEFAULT_PORT,
        Runtime.getRuntime().availableProcessors(),
        Connections.defaults(),
        Patience.defaults(),
        InFlight.defaults(),
        Strangers.defaults(),
        Doors.NONE,
        CommandSettings.defaults());
  }

  public GatewaySettings withName(String name) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  public GatewaySettings withAddress(String host, int port) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  public GatewaySettings withLoops(int loops) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  public GatewaySettings with(Connections connections) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  public GatewaySettings with(Patience patience) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  public GatewaySettings with(InFlight inFlight) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  public GatewaySettings with(Strangers strangers) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  public GatewaySettings with(CommandSettings commands) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  public GatewaySettings with(Doors doors) {
    return new GatewaySettings(
        name, host, port, loops, connections, patience, inFlight, strangers, doors, commands);
  }

  /**
   * Which connections are let in, plain and TLS together. Any other is closed at once.
   *
   * @param total in all; well below the process's limit of open files, since a JVM that runs out of
   *     those fails in odd places
   * @param perAddress from one address. Loggers behind a carrier's address translation or a TCP
   *     balancer share one
   * @param opening how fast one address may open them; the burst has room for all of its loggers
   *     coming back at once after a restart
   * @param networks where they may come from; empty for anywhere
   */
  public record Connections(int total, int perAddress, Allowance opening, List<Network> networks) {

    private static final int OPENED_PER_SECOND = 100;

    public Connections {
      require(total > 0, "total must be at least 1", total);
      require(perAddress > 0, "perAddress must be at least 1", perAddress);
      Objects.requireNonNull(opening, "opening");
      networks = List.copyOf(networks);
    }

    /** From anywhere, and at the usual pace. */
    public Connections(int total, int perAddress) {
      this(
          total,
          perAddress,
          new Allowance(OPENED_PER_SECOND, Math.max(OPENED_PER_SECOND, perAddress)),
          List.of());
    }

    public static Connections defaults() {
      return new Connections(15_000, 5_000);
    }

    public Connections from(List<Network> networks) {
      return new Connections(total, perAddress, opening, networks);
    }
  }

  /**
   * How long the gateway waits for whom.
   *
   * @param start for Kafka, at start: the registry read to its end, the topics found
   * @param idle for a connection that says nothing while it is being read
   * @param unfinishedFrame for the rest of a frame that has begun
   * @param stall for the broker to store anything while records are under way, before reads pause
   * @param delivery for the broker to store one record, before it counts as failed
   * @param drain at close, for records under way to be stored and answered
   * @param slowReader for a peer to take anything of what is written to it
   */
  public record Patience(
      Duration start,
      Duration idle,
      Duration unfinishedFrame,
      Duration stall,
      Duration delivery,
      Duration drain,
      Duration slowReader) {

    private static final Duration USUAL_SLOW_READER = Duration.ofSeconds(60);

    public Patience(
        Duration start,
        Duration idle,
        Duration unfinishedFrame,
        Duration stall,
        Duration delivery,
        Duration drain) {
      this(start, idle, unfinishedFrame, stall, delivery, drain, USUAL_SLOW_READER);
    }

    public static Patience defaults() {
      return new Patience(
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));
    }

    public Patience withSlowReader(Duration slowReader) {
      return new Patience(start, idle, unfinishedFrame, stall, delivery, drain, slowReader);
    }
  }

  /**
   * How many bytes may be on their way to Kafka at once. A record counts with {@link #RECORD_COST}
   * on top of its own bytes.
   *
   * @param total at half of it reads pause everywhere, at a quarter they go on; the rest is room
   *     for what has been read already. At the whole, a frame is let go unanswered
   * @param perConnection at this much one connection's reads pause, at half of it they go on
   */
  public record InFlight(long total, long perConnection) {

    /** About what headers, key and bookkeeping of one record take. */
    public static final int RECORD_COST = 256;

    public InFlight {
      require(total >= 64 * 1024, "total must be at least 64 KiB", total);
      require(perConnection >= 1024, "perConnection must be at least 1 KiB", perConnection);
    }

    public static InFlight defaults() {
      return new InFlight(32L << 20, 256L << 10);
    }

    long highWater() {
      return total / 2;
    }

    long lowWater() {
      return total / 4;
    }
  }

  /**
   * What the gateway puts up with from those who have not shown a registered MN with its password.
   * All that they send is kept in quarantine all the same.
   *
   * @param pieces so many, and a connection that has shown nothing right is closed
   * @param patience so long, and such a connection is closed
   * @param lockOut when wrong passwords lock an MN for the address they came from. Another address
   *     is not concerned: nobody can lock out a station from elsewhere
   * @param quarantine how many bytes one address may put into quarantine. Beyond that the
   *     connections that do so are not read for as long as it takes; nothing that was read is lost
   * @param remembered so many addresses and stations are remembered at once
   */
  public record Strangers(
      int pieces, Duration patience, LockOuts.Rule lockOut, Allowance quarantine, int remembered) {

    /** What a wrong password costs of the allowance, on top of its bytes: it may be a guess. */
    public static final int WRONG_PASSWORD_COST = 4096;

    public Strangers {
      require(pieces > 0, "strangers.pieces must be at least 1", pieces);
      require(patience.toMillis() > 0, "strangers.patience must be longer than nothing", 0);
      require(remembered >= 100, "strangers.remembered must be at least 100", remembered);
      Objects.requireNonNull(lockOut, "lockOut");
      Objects.requireNonNull(quarantine, "quarantine");
    }

    public static Strangers defaults() {
      return new Strangers(
          100,
          Duration.ofMinutes(10),
          new LockOuts.Rule(10, Duration.ofSeconds(30), Duration.ofMinutes(10)),
          new Allowance(32L << 10, 4L << 20),
          100_000);
    }
  }

  /**
   * The doors beside plain TCP; each may be absent.
   *
   * @param tlsOrNull the same protocol over TLS, at a port of its own
   * @param httpsOrNull frames from platforms over HTTPS
   * @param kafkaOrNull frames from platforms that write Kafka themselves
   */
  public record Doors(
      TlsPort tlsOrNull, HttpsDoorSettings httpsOrNull, KafkaDoorSettings kafkaOrNull) {

    public static final Doors NONE = new Doors(null, null, null);

    public Doors with(TlsPort tls) {
      return new Doors(tls, httpsOrNull, kafkaOrNull);
    }

    public Doors with(HttpsDoorSettings https) {
      return new Doors(tlsOrNull, https, kafkaOrNull);
    }

    public Doors with(KafkaDoorSettings kafka) {
      return new Doors(tlsOrNull, httpsOrNull, kafka);
    }

    public Optional<TlsPort> tls() {
      return Optional.ofNullable(tlsOrNull);
    }

    public Optional<HttpsDoorSettings> https() {
      return Optional.ofNullable(httpsOrNull);
    }

    public Optional<KafkaDoorSettings> kafka() {
      return Optional.ofNullable(kafkaOrNull);
    }
  }

  private static void require(boolean holds, String rule, long actual) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ": " + actual);
    }
  }
}

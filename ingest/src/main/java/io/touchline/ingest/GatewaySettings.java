package io.touchline.ingest;

import java.time.Duration;
import java.util.Objects;

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
    InFlight inFlight) {

  public static final int DEFAULT_PORT = 9000;

  public GatewaySettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(host, "host");
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
        InFlight.defaults());
  }

  public GatewaySettings withName(String name) {
    return new GatewaySettings(name, host, port, loops, connections, patience, inFlight);
  }

  public GatewaySettings withAddress(String host, int port) {
    return new GatewaySettings(name, host, port, loops, connections, patience, inFlight);
  }

  public GatewaySettings withLoops(int loops) {
    return new GatewaySettings(name, host, port, loops, connections, patience, inFlight);
  }

  public GatewaySettings with(Connections connections) {
    return new GatewaySettings(name, host, port, loops, connections, patience, inFlight);
  }

  public GatewaySettings with(Patience patience) {
    return new GatewaySettings(name, host, port, loops, connections, patience, inFlight);
  }

  public GatewaySettings with(InFlight inFlight) {
    return new GatewaySettings(name, host, port, loops, connections, patience, inFlight);
  }

  /**
   * How many connections are let in. One too many is closed at once.
   *
   * @param total in all; well below the process's limit of open files, since a JVM that runs out of
   *     those fails in odd places
   * @param perAddress from one address. Loggers behind a carrier's address translation or a TCP
   *     balancer share one
   */
  public record Connections(int total, int perAddress) {
    public Connections {
      require(total > 0, "total must be at least 1", total);
      require(perAddress > 0, "perAddress must be at least 1", perAddress);
    }

    public static Connections defaults() {
      return new Connections(15_000, 5_000);
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
   */
  public record Patience(
      Duration start,
      Duration idle,
      Duration unfinishedFrame,
      Duration stall,
      Duration delivery,
      Duration drain) {

    public static Patience defaults() {
      return new Patience(
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));
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

  private static void require(boolean holds, String rule, long actual) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ": " + actual);
    }
  }
}

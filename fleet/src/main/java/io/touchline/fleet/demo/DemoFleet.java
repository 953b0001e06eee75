package io.touchline.fleet.demo;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.DeliveryCount;
import io.touchline.fleet.logger.Link;
import io.touchline.fleet.logger.LoggerIdentity;
import io.touchline.fleet.logger.LoggerPersonality;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.fleet.source.Catalogue;
import io.touchline.fleet.source.OutletSeries;
import io.touchline.fleet.source.SimulatedOutlet;
import io.touchline.fleet.source.UploadKind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated fleet at work: every logger first tells its past as fast as the centre takes it,
 * then what its clock says. A fleet started again in the same directory goes on where it stopped:
 * nothing acknowledged is sent again, and a gap of up to seven days is filled.
 *
 * <p>The loggers answer the centre: they tell their past again when asked, and stop and start their
 * real-time data. What the centre sets in them is forgotten with the fleet.
 *
 * <p>One thread decides and makes the series, another carries the bytes of all loggers. How far
 * each got is written down every second and at the end; after a crash the uploads of the last
 * second may come twice.
 */
public final class DemoFleet {

  /** Every logger of the demonstration has it; it travels in clear text and protects nothing. */
  public static final String PASSWORD = "123456";

  private static final Logger LOG = LoggerFactory.getLogger(DemoFleet.class);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final int TICKS_PER_PROGRESS = 5;
  private static final int TICKS_PER_SAVE = 10;

  private final FleetSettings settings;
  private final Clock clock;
  private final Consumer<FleetProgress> watcher;
  private final List<Station> stations = new ArrayList<>();
  private final ScheduledExecutorService fleet =
      Executors.newSingleThreadScheduledExecutor(DemoFleet::thread);
  private final EventLoopGroup wire = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private FleetMemory memory;
  private Future<?> ticking;
  private volatile boolean sending;
  private Instant startedAt;
  private long ticks;
  private long history;
  private long historyAcknowledged;
  private boolean unsaved;

  /**
   * @param watcher is told twice a second how far the fleet is, on the fleet's thread
   */
  public DemoFleet(FleetSettings settings, Clock clock, Consumer<FleetProgress> watcher) {
    this.settings = settings;
    this.clock = clock;
    this.watcher = watcher;
  }

  /** All outlets of the demonstration, with what their loggers measure and send. */
  public static List<SimulatedOutlet> outlets() {
    return Catalogue.outlets();
  }

  /**
   * Starts every logger; the centre need not be there yet.
   *
   * @throws io.touchline.fleet.FleetException where the file in the directory cannot be used
   */
  public void start() {
    memory = new FleetMemory(settings.directory());
    startedAt = clock.instant();
    for (SimulatedOutlet outlet : outlets()) {
      stations.add(station(outlet));
    }
    history =
        stations.stream()
            .flatMap(station -> station.errands().stream())
            .mapToLong(errand -> errand.owed(startedAt))
            .sum();
    stations.forEach(station -> station.logger().start());
    sending = true;
    ticking = fleet.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops sending, waits a little for answers still out, closes all lines, remembers. */
  public FleetReport stop() {
    sending = false;
    if (ticking != null) {
      ticking.cancel(false);
    }
    waitForAnswers();
    CompletableFuture.allOf(
            stations.stream()
                .map(station -> station.logger().stop())
                .toArray(CompletableFuture<?>[]::new))
        .join();
    CompletableFuture.runAsync(this::save, fleet).join();
    fleet.shutdown();
    wire.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    return FleetReport.of(stations.size(), count());
  }

  private Station station(SimulatedOutlet outlet) {
    LoggerIdentity identity =
        new LoggerIdentity(outlet.systemCode(), outlet.mn(), PASSWORD, outlet.edition());
    Timetable timetable = new Timetable(outlet);
    List<Errand> errands = new ArrayList<>();
    for (UploadKind kind : UploadKind.values()) {
      if (outlet.kinds().contains(kind)) {
        Settled known = memory.settled(outlet, kind);
        Instant first = timetable.first(kind, startedAt, settings.history());
        Settled settled = known != null ? known : new Settled(outlet.interval(kind), first);
        Errand errand = new Errand(outlet, kind, settled);
        errand.catchUp(startedAt);
        errands.add(errand);
      }
    }
    return new Station(
        outlet,
        new OutletSeries(outlet, settings.seed()),
        new DataLogger(
            LoggerPersonality.of(identity),
            new SeriesMeasurements(outlet, settings.seed(), clock),
            Habits.none(),
            settings.centre(),
            settings.delivery(),
            wire,
            clock),
        errands,
        settings.delivery().window(),
        fleet,
        this::acknowledged);
  }

  private void acknowledged(Station station, Instant due) {
    unsaved = true;
    historyAcknowledged += due.isAfter(startedAt) ? 0 : 1;
    if (sending) {
      station.sendWhatIsDue(clock.instant());
    }
  }

  private void tick() {
    try {
      Instant now = clock.instant();
      stations.forEach(station -> station.sendWhatIsDue(now));
      ticks++;
      if (ticks % TICKS_PER_PROGRESS == 0) {
        watcher.accept(progress());
      }
      if (ticks % TICKS_PER_SAVE == 0) {
        save();
      }
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("The simulated fleet stumbled; it goes on");
    }
  }

  private FleetProgress progress() {
    long connected =
        stations.stream().filter(station -> station.logger().link() instanceof Link.Up).count();
    return new FleetProgress(
        stations.size(), (int) connected, history, historyAcknowledged, count());
  }

  private DeliveryCount count() {
    return stations.stream()
        .map(station -> station.logger().count())
        .reduce(DeliveryCount.NONE, DeliveryCount::plus);
  }

  private void save() {
    if (!unsaved) {
      return;
    }
    try {
      memory.write(stations);
      unsaved = false;
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("directory", settings.directory())
          .addKeyValue("why", e.getMessage())
          .log("Could not write down how far the fleet got; a restart would send more again");
    }
  }

  private void waitForAnswers() {
    CompletableFuture<Void> quiet = new CompletableFuture<>();
    Future<?> watch =
        fleet.scheduleWithFixedDelay(
            () -> {
              if (stations.stream().allMatch(Station::isQuiet)) {
                quiet.complete(null);
              }
            },
            0,
            10,
            TimeUnit.MILLISECONDS);
    quiet.completeOnTimeout(null, settings.farewell().toMillis(), TimeUnit.MILLISECONDS).join();
    watch.cancel(false);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "simulated-fleet");
    thread.setDaemon(true);
    return thread;
  }
}

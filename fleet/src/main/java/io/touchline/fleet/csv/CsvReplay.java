package io.touchline.fleet.csv;

import io.touchline.fleet.FleetException;
import io.touchline.fleet.misbehaviour.Misbehaviour;
import io.touchline.hj212.Edition;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What to replay, where to, as whose logger.
 *
 * @param target gateway
 * @param file comma-separated, plain or gzip
 * @param columns which of them are sent
 * @param interval from row to row
 * @param commandCode CN: 2011, 2051, 2061 or 2031
 * @param systemCode ST: 31 flue gas, 32 waste water
 * @param mn device id of an outlet that the registry knows
 * @param password PW
 * @param from DataTime of the first row
 * @param window uploads that may be unacknowledged at a time
 * @param patience how long it goes on without any answer before it gives up
 * @param edition of HJ 212 that the logger speaks; the codes of the factors are sent as they are
 * @param misbehaviours what it does wrong, in every upload
 */
public record CsvReplay(
    InetSocketAddress target,
    Path file,
    FactorColumns columns,
    Duration interval,
    String commandCode,
    String systemCode,
    String mn,
    String password,
    Instant from,
    int window,
    Duration patience,
    Edition edition,
    Set<Misbehaviour> misbehaviours) {

  public static final String DEFAULT_SYSTEM_CODE = "31";
  public static final String DEFAULT_PASSWORD = "123456";
  public static final int DEFAULT_WINDOW = 64;
  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

  static final String REAL_TIME = "2011";

  private static final Set<String> COMMAND_CODES = Set.of(REAL_TIME, "2051", "2061", "2031");

  /**
   * @throws FleetException where something cannot be sent so
   */
  public CsvReplay {
    misbehaviours = Set.copyOf(misbehaviours);
    if (!COMMAND_CODES.contains(commandCode)) {
      throw FleetException.usage("cn.wrong", commandCode);
    }
    if (interval.isNegative() || interval.isZero()) {
      throw FleetException.usage("interval.wrong", interval);
    }
    if (window < 1) {
      throw FleetException.usage("window.wrong", window);
    }
  }

  /** As a logger that speaks HJ 212-2017 and behaves. */
  public CsvReplay(
      InetSocketAddress target,
      Path file,
      FactorColumns columns,
      Duration interval,
      String commandCode,
      String systemCode,
      String mn,
      String password,
      Instant from,
      int window,
      Duration patience) {
    this(
        target,
        file,
        columns,
        interval,
        commandCode,
        systemCode,
        mn,
        password,
        from,
        window,
        patience,
        Edition.V2017,
        Set.of());
  }

  /** As a logger of another edition, with bad habits. */
  public CsvReplay spokenBy(Edition other, Set<Misbehaviour> habits) {
    return new CsvReplay(
        target,
        file,
        columns,
        interval,
        commandCode,
        systemCode,
        mn,
        password,
        from,
        window,
        patience,
        other,
        habits);
  }

  public CsvReplay withPatience(Duration changed) {
    return new CsvReplay(
        target,
        file,
        columns,
        interval,
        commandCode,
        systemCode,
        mn,
        password,
        from,
        window,
        changed,
        edition,
        misbehaviours);
  }
}

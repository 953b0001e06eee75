package io.touchline.app.simulate;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.csv.CsvProgress;
import io.touchline.fleet.csv.CsvReplay;
import io.touchline.fleet.csv.CsvReplayer;
import io.touchline.fleet.csv.CsvResult;
import io.touchline.fleet.csv.FactorColumns;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate --target HOST:PORT --csv FILE --map SPEC}: returns when all is acknowledged. */
@Command(name = "simulate", sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {

  private static final String REWRITE = "\r\u001b[K";

  @Spec private CommandSpec spec;

  @Option(names = "--target", paramLabel = "HOST:PORT", required = true)
  private String target;

  @Option(names = "--csv", paramLabel = "FILE", required = true)
  private Path csv;

  @Option(names = "--map", paramLabel = "FACTOR=COLUMN,…", required = true)
  private String map;

  @Option(names = "--interval", paramLabel = "PERIOD", defaultValue = "PT1H")
  private String interval;

  @Option(names = "--cn", paramLabel = "CN", defaultValue = "2061")
  private String commandCode;

  /** By default the outlet that the demonstration's registry has for such series. */
  @Option(names = "--mn", paramLabel = "MN", defaultValue = "88888800000000000000GT11")
  private String mn;

  @Option(names = "--from", paramLabel = "TIME", defaultValue = "2011-01-01T00:00:00+08:00")
  private String from;

  @Option(names = "--st", paramLabel = "ST", defaultValue = CsvReplay.DEFAULT_SYSTEM_CODE)
  private String systemCode;

  @Option(names = "--password", paramLabel = "PW", defaultValue = CsvReplay.DEFAULT_PASSWORD)
  private String password;

  @Override
  public Integer call() {
    CsvReplay replay =
        new CsvReplay(
            address(target),
            csv,
            FactorColumns.parse(map),
            duration(interval),
            commandCode,
            systemCode,
            mn,
            password,
            instant(from),
            CsvReplay.DEFAULT_WINDOW,
            CsvReplay.DEFAULT_PATIENCE);
    CsvResult result = new CsvReplayer(Clock.systemUTC()).run(replay, this::say);
    PrintWriter out = spec.commandLine().getOut();
    if (isLiving()) {
      out.print(REWRITE);
    }
    out.println(
        Texts.get(
            "simulate.done",
            Long.toString(result.rows()),
            Long.toString(result.rowsWithoutNumber()),
            Long.toString(result.sent()),
            Long.toString(result.acknowledged()),
            Long.toString(result.resent()),
            Long.toString(result.skippedCells())));
    return 0;
  }

  private void say(CsvProgress progress) {
    if (isLiving()) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          REWRITE
              + Texts.get(
                  "simulate.progress",
                  Long.toString(progress.rows()),
                  Long.toString(progress.acknowledged())));
      out.flush();
    }
  }

  private static boolean isLiving() {
    return Boolean.getBoolean("touchline.terminal");
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      InetAddress[] found = InetAddress.getAllByName(text.substring(0, Math.max(colon, 0)));
      return new InetSocketAddress(found[0], port);
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw Complaint.usage("simulate.target", text);
    }
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw Complaint.usage("simulate.interval", text);
    }
  }

  /** With an offset, or China time without one. */
  private static Instant instant(String text) {
    try {
      boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 0;
      return offset ? ChinaTime.parse(text) : ChinaTime.instant(LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      throw Complaint.usage("simulate.from", text);
    }
  }
}

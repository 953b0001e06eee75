package io.touchline.app.simulate;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.csv.CsvProgress;
import io.touchline.fleet.csv.CsvReplay;
import io.touchline.fleet.csv.CsvReplayer;
import io.touchline.fleet.csv.CsvResult;
import io.touchline.fleet.csv.FactorColumns;
import io.touchline.fleet.misbehaviour.Misbehaviour;
import io.touchline.hj212.Edition;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code simulate --target HOST:PORT --csv FILE --map SPEC}: returns when all is acknowledged, or
 * given up where the logger is told to misbehave.
 */
@Command(name = "simulate", sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {

  private static final String REWRITE = "\r\u001b[K";

  @Spec private CommandSpec spec;

  @Option(names = "--target", paramLabel = "HOST:PORT")
  private String target;

  @Option(names = "--csv", paramLabel = "FILE")
  private Path csv;

  @Option(names = "--map", paramLabel = "FACTOR=COLUMN,…")
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

  @Option(names = "--edition", paramLabel = "EDITION", defaultValue = "2017")
  private String edition;

  @Option(names = "--misbehave", paramLabel = "NAME,…", split = ",")
  private List<String> misbehave = List.of();

  @Override
  public Integer call() {
    if (misbehave.equals(List.of("list"))) {
      listMisbehaviours();
      return 0;
    }
    require("--target", "--csv", "--map");
    Edition spoken = edition();
    Set<Misbehaviour> misbehaviours = misbehaviours();
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
                CsvReplay.DEFAULT_PATIENCE)
            .spokenBy(spoken, misbehaviours);
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
    if (!misbehaviours.isEmpty()) {
      out.println(Texts.get("simulate.unanswered", Long.toString(result.unanswered())));
      misbehaviours.forEach(each -> out.println(line(each)));
    }
    return 0;
  }

  private void listMisbehaviours() {
    PrintWriter out = spec.commandLine().getOut();
    for (Misbehaviour each : Misbehaviour.values()) {
      out.println(line(each));
    }
  }

  private static String line(Misbehaviour misbehaviour) {
    return Texts.get(
        "simulate.misbehaviour",
        misbehaviour.code(),
        misbehaviour.text(Texts.locale()),
        misbehaviour.expectation().text(Texts.locale()));
  }

  /** What only a list can do without. */
  private void require(String... names) {
    List<ArgSpec> missing =
        Stream.of(names)
            .map(name -> (ArgSpec) spec.findOption(name))
            .filter(option -> option.getValue() == null)
            .toList();
    if (!missing.isEmpty()) {
      throw new MissingParameterException(spec.commandLine(), missing, "");
    }
  }

  private Edition edition() {
    return Stream.of(Edition.values())
        .filter(each -> each.text().equals(edition))
        .findFirst()
        .orElseThrow(() -> Complaint.usage("simulate.edition", edition));
  }

  private Set<Misbehaviour> misbehaviours() {
    Set<Misbehaviour> chosen = EnumSet.noneOf(Misbehaviour.class);
    for (String name : misbehave) {
      chosen.add(
          Misbehaviour.of(name).orElseThrow(() -> Complaint.usage("simulate.misbehave", name)));
    }
    return chosen;
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

package io.touchline.app.demo;

import io.touchline.app.Complaint;
import io.touchline.app.Logging;
import io.touchline.app.Ports;
import io.touchline.app.StopSignals;
import io.touchline.app.Texts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: starts everything, waits, stops everything, says what came of it. */
@Command(name = "demo", sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

  private static final int DEFAULT_PAGE = 8080;
  private static final int MOST_DAYS = 366;

  @Spec private CommandSpec spec;

  @Option(names = "--minutes", paramLabel = "N", descriptionKey = "demo.minutes")
  private BigDecimal minutes;

  @Option(names = "--headless", descriptionKey = "demo.headless")
  private boolean headless;

  @Option(names = "--fresh", descriptionKey = "demo.fresh")
  private boolean fresh;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "demo.data")
  private Path data;

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "demo.port")
  private Integer port;

  @Option(
      names = "--gateway-port",
      paramLabel = "PORT",
      defaultValue = "9212",
      descriptionKey = "demo.gateway-port")
  private int gatewayPort;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      defaultValue = "0",
      descriptionKey = "demo.broker-port")
  private int brokerPort;

  @Option(names = "--days", paramLabel = "N", defaultValue = "3", descriptionKey = "demo.days")
  private int days;

  @Option(names = "--registry", paramLabel = "DIR", descriptionKey = "demo.registry.option")
  private Path registry;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    check();
    Path directory = DataPlace.of(data);
    try (DemoDirectory taken = DemoDirectory.take(directory, fresh)) {
      Logging.toFile(taken.of("touchline.log"));
      StopSignals signals = new StopSignals();
      signals.install();
      try (Demo demo = new Demo(settings(), taken, out, Clock.systemUTC())) {
        out.println(Texts.get("demo.starting", directory));
        demo.start();
        out.println(Texts.get("demo.stop.how"));
        boolean failed = new Watch(demo, signals, out, headless).until(minutes());
        out.println(Texts.get("demo.stopping"));
        DemoSummary summary = demo.finish();
        summary.print(out);
        return summary.holds() && !failed ? 0 : 1;
      }
    }
  }

  private void check() {
    if (minutes != null && minutes.signum() <= 0) {
      throw Complaint.usage("demo.minutes.wrong", minutes.toPlainString());
    }
    if (days < 0 || days > MOST_DAYS) {
      throw Complaint.usage("demo.days.wrong", Integer.toString(days));
    }
  }

  /** All ports are seen to before anything starts. */
  private DemoSettings settings() {
    int gateway = gatewayPort == 0 ? 0 : Ports.checked(gatewayPort, "gateway");
    int broker = brokerPort == 0 ? 0 : Ports.checked(brokerPort, "broker");
    return new DemoSettings(broker, gateway, pagePort(), days, registry);
  }

  /** Null without a head: then there is no page. */
  private Integer pagePort() {
    if (headless) {
      return null;
    }
    int wanted = port == null ? DEFAULT_PAGE : port;
    return wanted == 0 ? 0 : Ports.checked(wanted, "page");
  }

  private Duration minutes() {
    return minutes == null
        ? null
        : Duration.ofMillis(minutes.multiply(BigDecimal.valueOf(60_000)).longValue());
  }
}

package io.touchline.app;

import io.touchline.app.alerts.AlertsCommand;
import io.touchline.app.ask.AskCommand;
import io.touchline.app.ask.StationsCommand;
import io.touchline.app.bench.BenchCommand;
import io.touchline.app.decode.DecodeCommand;
import io.touchline.app.demo.DemoCommand;
import io.touchline.app.export.ExportCommand;
import io.touchline.app.gateway.GatewayCommand;
import io.touchline.app.journal.StreamsCommand;
import io.touchline.app.proof.DossierCommand;
import io.touchline.app.proof.VerifyCommand;
import io.touchline.app.rebuild.RebuildCommand;
import io.touchline.app.registry.RegistryCommand;
import io.touchline.app.replay.ReplayCommand;
import io.touchline.app.simulate.SimulateCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Exit codes: 0 done, 1 found a problem, 2 wrong usage. */
@Command(
    name = "touchline",
    subcommands = {
      DemoCommand.class,
      SimulateCommand.class,
      DecodeCommand.class,
      ReplayCommand.class,
      RegistryCommand.class,
      TopicsCommand.class,
      AskCommand.class,
      StationsCommand.class,
      GatewayCommand.class,
      StreamsCommand.class,
      AlertsCommand.class,
      VerifyCommand.class,
      DossierCommand.class,
      ExportCommand.class,
      RebuildCommand.class,
      BenchCommand.class,
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class)
public final class Touchline {

  @Option(names = "--debug", scope = ScopeType.INHERIT)
  private boolean debug;

  private Touchline() {}

  public static void main(String[] arguments) {
    Locale locale = Texts.chosenBy(System.getenv());
    Texts.speak(locale);
    // Picocli writes its own few words by the default locale.
    Locale.setDefault(locale);
    int exitCode =
        commandLine(writer(FileDescriptor.out), writer(FileDescriptor.err)).execute(arguments);
    System.exit(exitCode);
  }

  /** All commands, writing to the given ends; texts are in the language chosen so far. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    Touchline touchline = new Touchline();
    CommandLine line = new CommandLine(touchline);
    line.setResourceBundle(Texts.bundle(Texts.locale()));
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new UsageErrors());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) ->
            new Failures(touchline.debug).exitCode(failure, command.getErr()));
    return line;
  }

  /** The terminal is spoken to in UTF-8 whatever the JVM thinks its encoding is. */
  private static PrintWriter writer(FileDescriptor end) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(end), StandardCharsets.UTF_8), true);
  }
}

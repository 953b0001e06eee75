package io.touchline.app.rebuild;

import io.touchline.app.Complaint;
import io.touchline.app.Logging;
import io.touchline.app.StopSignals;
import io.touchline.app.Texts;
import io.touchline.app.journal.StreamsConfiguration;
import io.touchline.app.journal.TopicsThere;
import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Configuration;
import io.touchline.contract.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code rebuild}: derives every topic of the journal a second time from the evidence, beside the
 * first, and holds the two against each other. The journal at work is not disturbed, and nothing of
 * the second goes to loggers or readers.
 */
@Command(name = "rebuild", sortOptions = false)
public final class RebuildCommand implements Callable<Integer> {

  private static final int SHOWN = 5;

  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", descriptionKey = "role.config")
  private Path file;

  @Option(names = "--keep")
  private boolean keep;

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration =
        Configuration.read(file, System.getenv(), StreamsConfiguration.ALL);
    Logging.toStandardError();
    StopSignals signals = new StopSignals();
    signals.install();
    String prefix = configuration.get(RoleSettings.PREFIX);
    Topics live = new Topics(prefix);
    Topics second = Topics.deriving(prefix, prefix + "rebuild.");
    new TopicsThere(configuration.kafka(), live)
        .await(configuration.get(StreamsConfiguration.START));
    Path state = StreamsConfiguration.state(configuration).toAbsolutePath();
    try (SecondJournal journal =
        new SecondJournal(
            configuration.kafka(),
            second,
            StreamsConfiguration.settings(configuration),
            state.resolveSibling(state.getFileName() + "-rebuild"),
            StreamsConfiguration.threads(configuration),
            keep)) {
      say("rebuild.begins", second.means().name().replace("means", "*"));
      if (!journal.catchUp(signals, percent -> say("rebuild.progress", percent))) {
        throw Complaint.of("rebuild.stopped");
      }
      return tell(new Tables(configuration.kafka()).compare(live, second));
    }
  }

  private int tell(List<Comparison> comparisons) {
    long differences = 0;
    for (Comparison each : comparisons) {
      say("rebuild.table", each.topic(), each.rows(), each.same(), each.differences());
      each.examples(SHOWN).forEach(line -> spec.commandLine().getOut().println("    " + line));
      differences += each.differences();
    }
    say(differences == 0 ? "rebuild.identical" : "rebuild.differs", differences);
    return differences == 0 ? 0 : 1;
  }

  private void say(String key, Object... arguments) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Texts.get(key, arguments));
    out.flush();
  }
}

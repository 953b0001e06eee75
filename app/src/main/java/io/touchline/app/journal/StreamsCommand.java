package io.touchline.app.journal;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.app.Complaint;
import io.touchline.app.StopSignals;
import io.touchline.app.role.MetricsPage;
import io.touchline.app.role.Readiness;
import io.touchline.app.role.RoleCommand;
import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Configuration;
import io.touchline.contract.Topics;
import io.touchline.streams.JournalStreams;
import io.touchline.streams.RestoreProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * {@code streams}: the outlet journals against real servers, until it is asked to stop. Several
 * share the outlets between them.
 */
@Command(name = "streams", sortOptions = false)
public final class StreamsCommand extends RoleCommand {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

  public StreamsCommand() {
    super(StreamsConfiguration.ALL);
  }

  @Override
  protected void run(Configuration configuration, StopSignals signals) throws InterruptedException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Topics topics = new Topics(configuration.get(RoleSettings.PREFIX));
    JournalReadiness readiness = new JournalReadiness();
    Optional<MetricsPage> metrics = metrics(configuration, registry, readiness);
    try {
      new TopicsThere(configuration.kafka(), topics)
          .await(configuration.get(StreamsConfiguration.START));
      try (JournalStreams journal = journal(configuration, topics)) {
        readiness.follow(journal);
        journal.bindTo(registry);
        journal.start();
        boolean failed = watch(journal, signals);
        readiness.stopping();
        say("streams.stops");
        if (failed) {
          throw Complaint.of("streams.failed", StreamsConfiguration.state(configuration));
        }
      }
    } finally {
      metrics.ifPresent(MetricsPage::close);
    }
    say("streams.stopped");
  }

  private static JournalStreams journal(Configuration configuration, Topics topics) {
    return new JournalStreams(
        topics,
        StreamsConfiguration.settings(configuration),
        StreamsConfiguration.client(configuration),
        StreamsConfiguration.state(configuration),
        StreamsConfiguration.threads(configuration));
  }

  /** Until somebody asks to stop, or the journal gives up, which is what it returns. */
  private boolean watch(JournalStreams journal, StopSignals signals) throws InterruptedException {
    boolean ran = false;
    Duration silent = Duration.ZERO;
    while (!signals.await(LOOK.toMillis())) {
      if (journal.hasFailed()) {
        return true;
      }
      silent = silent.plus(LOOK);
      if (journal.isRunning() && !ran) {
        say("streams.runs");
      } else if (!journal.isRunning() && silent.compareTo(BETWEEN_WORDS) >= 0) {
        sayProgress(journal.restoring());
        silent = Duration.ZERO;
      }
      ran = journal.isRunning();
    }
    return false;
  }

  private void sayProgress(RestoreProgress progress) {
    if (progress.isRestoring()) {
      say("streams.restores", progress.restored(), progress.total(), progress.percent());
    } else {
      say("streams.shares");
    }
  }

  /** Ready while all its share of the outlets is restored and worked on. */
  private static final class JournalReadiness implements Readiness {

    private volatile JournalStreams journal;
    private volatile boolean stopping;

    void follow(JournalStreams followed) {
      journal = followed;
    }

    void stopping() {
      stopping = true;
    }

    @Override
    public boolean isAlive() {
      return journal == null || !journal.hasFailed();
    }

    @Override
    public List<String> causes() {
      if (stopping) {
        return List.of("stopping");
      }
      if (journal == null) {
        return List.of("waiting for Kafka and its topics");
      }
      if (journal.isRunning()) {
        return List.of();
      }
      RestoreProgress progress = journal.restoring();
      return progress.isRestoring()
          ? List.of("restoring its state: " + progress.percent() + " %")
          : List.of("journal is " + journal.state());
    }
  }
}

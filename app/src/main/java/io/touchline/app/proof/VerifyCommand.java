package io.touchline.app.proof;

import io.touchline.alerts.Database;
import io.touchline.alerts.cases.CaseCheck;
import io.touchline.alerts.cases.PublishedCases;
import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import io.touchline.app.alerts.AlertsConfiguration;
import io.touchline.app.alerts.AlertsDatabase;
import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Configuration;
import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verify CASE-ID} and {@code verify --dossier FILE}: works every figure of a case out again
 * from its raw frames. Exit codes: 0 match or nothing to verify, 1 mismatch, 2 wrong usage.
 */
@Command(name = "verify", sortOptions = false)
public final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CASE-ID", arity = "0..1", descriptionKey = "parameter.case")
  private String caseId;

  @Option(names = "--dossier", paramLabel = "FILE", descriptionKey = "touchline.verify.dossier")
  private Path dossier;

  @Option(
      names = "--fingerprint",
      paramLabel = "SHA-256",
      descriptionKey = "touchline.verify.fingerprint")
  private String fingerprint;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      descriptionKey = "touchline.verify.servers")
  private String servers;

  @Option(names = "--config", paramLabel = "FILE", descriptionKey = "touchline.verify.config")
  private Path config;

  @Option(names = "--prefix", paramLabel = "PREFIX", defaultValue = Topics.DEFAULT_PREFIX)
  private String prefix;

  @Option(names = "--json", descriptionKey = "touchline.verify.json")
  private boolean json;

  @Override
  public Integer call() {
    boolean placed = (servers == null) != (config == null);
    if ((caseId == null) == (dossier == null) || (caseId != null && !placed)) {
      throw Complaint.usage("verify.usage");
    }
    if (dossier != null) {
      return tell(alone());
    }
    return config == null
        ? tell(inPlace(prefix, servers))
        : withTables(Configuration.read(config, System.getenv(), AlertsConfiguration.ALL));
  }

  /** The figures by the topics, and what PostgreSQL keeps of cases by its chains and the topic. */
  private int withTables(Configuration configuration) {
    Topics topics = new Topics(configuration.get(RoleSettings.PREFIX));
    int figures =
        tell(
            inPlace(configuration.get(RoleSettings.PREFIX), configuration.get(RoleSettings.KAFKA)));
    try (Database database = AlertsDatabase.open(configuration, null)) {
      CaseCheck.Report report =
          new CaseCheck(database.jdbi(), Clock.systemUTC())
              .against(PublishedCases.read(configuration.kafka(), topics));
      // With --json standard output is the object alone.
      PrintWriter out = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
      out.println(
          Texts.get(
              report.isIntact() ? "verify.tables.intact" : "verify.tables.changed",
              report.cases(),
              report.events(),
              report.accesses(),
              report.faults().size()));
      report.faults().forEach(fault -> out.println("  " + fault.subject() + ": " + fault.what()));
      return report.isIntact() ? figures : 1;
    }
  }

  private int tell(VerificationRecord verified) {
    if (json) {
      spec.commandLine().getOut().println(Json.text(verified));
    } else {
      new VerificationText(spec.commandLine().getOut()).print(verified);
    }
    return verified.verdict() == Verdict.MISMATCH ? 1 : 0;
  }

  private VerificationRecord alone() {
    return SealedDossier.read(dossier)
        .verify(fingerprint == null ? null : fingerprint.replace(":", "").toLowerCase(Locale.ROOT));
  }

  private VerificationRecord inPlace(String prefix, String servers) {
    try {
      return Verifier.verify(gathered(caseId, prefix, servers), null, List.of());
    } catch (KafkaException e) {
      throw Complaint.because(e, "ask.broker", e.getMessage());
    }
  }

  static CaseMaterial gathered(String caseId, String prefix, String servers) {
    return Gathering.of(
        caseId,
        new Topics(prefix),
        Map.of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
            15_000));
  }
}

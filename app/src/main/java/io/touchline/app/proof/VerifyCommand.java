package io.touchline.app.proof;

import io.touchline.app.Complaint;
import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Verdict;
import java.nio.file.Path;
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

  @Option(names = "--prefix", paramLabel = "PREFIX", defaultValue = Topics.DEFAULT_PREFIX)
  private String prefix;

  @Option(names = "--json", descriptionKey = "touchline.verify.json")
  private boolean json;

  @Override
  public Integer call() {
    if ((caseId == null) == (dossier == null) || (caseId != null && servers == null)) {
      throw Complaint.usage("verify.usage");
    }
    VerificationRecord verified = dossier == null ? inPlace() : alone();
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

  private VerificationRecord inPlace() {
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

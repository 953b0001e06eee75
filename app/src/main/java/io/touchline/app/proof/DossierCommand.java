package io.touchline.app.proof;

import io.touchline.app.Complaint;
import io.touchline.app.KafkaClient;
import io.touchline.app.Texts;
import io.touchline.contract.Topics;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code dossier CASE-ID --out FILE.zip}: the evidence dossier of a case. What does not verify is
 * written all the same, says so, and ends with exit code 1.
 */
@Command(name = "dossier", sortOptions = false)
public final class DossierCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private KafkaClient kafka;

  @Parameters(paramLabel = "CASE-ID", descriptionKey = "parameter.case")
  private String caseId;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "touchline.dossier.out")
  private Path out;

  @Option(
      names = "--signing-key",
      paramLabel = "FILE",
      defaultValue = "${env:TOUCHLINE_DOSSIER_KEY}",
      descriptionKey = "touchline.dossier.key")
  private Path signingKey;

  @Override
  public Integer call() {
    SealKey key = signingKey == null ? null : SealKey.read(signingKey);
    CaseMaterial material = material();
    VerificationRecord verified = Verifier.verify(material, null, List.of());
    DossierFile.write(out, Dossier.of(material, verified, key));
    spec.commandLine()
        .getOut()
        .println(
            Texts.get(
                "dossier.done",
                out.toAbsolutePath().normalize(),
                Integer.toString(material.frames().size()),
                key == null ? Texts.get("dossier.unsigned") : key.fingerprint()));
    new VerificationText(spec.commandLine().getOut()).print(verified);
    return verified.verdict() == Verdict.MISMATCH ? 1 : 0;
  }

  private CaseMaterial material() {
    try {
      return Gathering.of(caseId, new Topics(kafka.prefix()), kafka.properties());
    } catch (KafkaException e) {
      throw Complaint.because(e, "ask.broker", e.getMessage());
    }
  }
}

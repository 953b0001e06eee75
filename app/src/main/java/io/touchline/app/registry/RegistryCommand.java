package io.touchline.app.registry;

import io.touchline.app.KafkaClient;
import io.touchline.app.Texts;
import io.touchline.app.registry.Finding.Severity;
import io.touchline.contract.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code registry validate|import DIR}. */
@Command(name = "registry", synopsisSubcommandLabel = "validate|import")
public final class RegistryCommand {

  @Spec private CommandSpec spec;

  @Command(name = "validate")
  int validate(
      @Parameters(paramLabel = "DIR", descriptionKey = "parameter.registry") Path directory) {
    return read(directory).isUsable() ? 0 : 1;
  }

  /** Validates first; with one error nothing is sent. */
  @Command(name = "import")
  int send(
      @Parameters(paramLabel = "DIR", descriptionKey = "parameter.registry") Path directory,
      @Mixin KafkaClient kafka) {
    Registry registry = read(directory);
    if (!registry.isUsable()) {
      out().println(Texts.get("registry.import.not"));
      return 1;
    }
    RegistryImport.send(
        registry.outlets(), registry.marks(), new Topics(kafka.prefix()), kafka.properties());
    out()
        .println(
            Texts.get(
                "registry.import.done",
                Integer.toString(registry.outlets().size()),
                new Topics(kafka.prefix()).outlets().name(),
                kafka.bootstrapServers()));
    return 0;
  }

  private Registry read(Path directory) {
    Registry registry = RegistryReader.read(directory);
    registry.findings().forEach(finding -> out().println(finding.sentence()));
    out()
        .println(
            Texts.get(
                "registry.summary",
                Integer.toString(registry.outlets().size()),
                Integer.toString(registry.enterprises()),
                Integer.toString(registry.regions()),
                Integer.toString(registry.limits()),
                Long.toString(registry.count(Severity.ERROR)),
                Long.toString(registry.count(Severity.WARNING)),
                Long.toString(registry.count(Severity.NOTE))));
    if (!registry.marks().isEmpty()) {
      out().println(Texts.get("registry.marks", Integer.toString(registry.marks().size())));
    }
    return registry;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

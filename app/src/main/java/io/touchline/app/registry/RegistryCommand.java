package io.touchline.app.registry;

import io.touchline.app.Complaint;
import io.touchline.app.KafkaClient;
import io.touchline.app.Texts;
import io.touchline.app.registry.Finding.Severity;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.RegistryVersionRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code registry validate|import|export|explain DIR}. */
@Command(name = "registry", synopsisSubcommandLabel = "validate|import|export|explain")
public final class RegistryCommand {

  private final Clock clock = Clock.systemUTC();

  @Spec private CommandSpec spec;

  @Command(name = "validate")
  int validate(
      @Parameters(paramLabel = "DIR", descriptionKey = "parameter.registry") Path directory,
      @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "registry.as-of")
          LocalDate asOf) {
    return read(directory, asOf).isUsable() ? 0 : 1;
  }

  /** Validates first; with one error nothing is sent. */
  @Command(name = "import")
  int send(
      @Parameters(paramLabel = "DIR", descriptionKey = "parameter.registry") Path directory,
      @Mixin KafkaClient kafka,
      @Option(names = "--by", paramLabel = "NAME", descriptionKey = "registry.by") String by,
      @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "registry.reason")
          String reason) {
    Registry registry = read(directory, null);
    if (!registry.isUsable()) {
      out().println(Texts.get("registry.import.not"));
      return 1;
    }
    Topics topics = new Topics(kafka.prefix());
    String author = by == null ? System.getProperty("user.name") : by;
    say(
        RegistryImport.apply(
            registry,
            new RegistryImport.Author(author, reason),
            clock.instant(),
            topics,
            kafka.properties()));
    out()
        .println(
            Texts.get(
                "registry.import.done",
                Integer.toString(registry.outlets().size()),
                topics.outlets().name(),
                kafka.bootstrapServers()));
    return 0;
  }

  private void say(ImportOutcome outcome) {
    out()
        .println(
            outcome.changed()
                ? Texts.get(
                    "registry.import.changed",
                    Integer.toString(outcome.version()),
                    Integer.toString(outcome.outlets()),
                    Integer.toString(outcome.enterprises()),
                    Integer.toString(outcome.regions()),
                    Integer.toString(outcome.allowances()),
                    Integer.toString(outcome.marks()),
                    Integer.toString(outcome.samples()))
                : Texts.get("registry.import.unchanged", Integer.toString(outcome.version())));
  }

  /** The files of the latest import as they came in. */
  @Command(name = "export")
  int export(
      @Parameters(paramLabel = "DIR", descriptionKey = "parameter.export") Path directory,
      @Mixin KafkaClient kafka) {
    RegistryVersionRecord version =
        RegistryExport.write(directory, new Topics(kafka.prefix()), kafka.properties());
    out()
        .println(
            Texts.get(
                "registry.export.done",
                Integer.toString(version.files().size()),
                Integer.toString(version.version()),
                ChinaTime.format(version.at()),
                version.by(),
                directory));
    return 0;
  }

  /** Which limits judge an outlet, and why the others do not. */
  @Command(name = "explain")
  int explain(
      @Parameters(paramLabel = "DIR", descriptionKey = "parameter.registry") Path directory,
      @Option(
              names = "--mn",
              paramLabel = "MN",
              required = true,
              descriptionKey = "registry.explain.mn")
          String mn,
      @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "registry.as-of")
          LocalDate asOf) {
    Registry registry = RegistryReader.read(directory);
    OutletRecord outlet =
        registry.outlets().stream()
            .filter(each -> each.mn().equals(mn))
            .findFirst()
            .orElseThrow(() -> Complaint.usage("registry.explain.none", mn));
    Instant at = ChinaTime.instant(day(asOf).atStartOfDay());
    out().println(Texts.get("registry.explain.head", outlet.name(), mn, day(asOf).toString()));
    LimitText.of(outlet, registry.standards().getOrDefault(mn, List.of()), at)
        .forEach(out()::println);
    return 0;
  }

  private LocalDate day(LocalDate asOf) {
    return asOf == null ? ChinaTime.date(clock.instant()) : asOf;
  }

  private Registry read(Path directory, LocalDate asOf) {
    Registry registry = RegistryReader.read(directory, day(asOf));
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
    if (!registry.samples().isEmpty()) {
      out().println(Texts.get("registry.samples", Integer.toString(registry.samples().size())));
    }
    return registry;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

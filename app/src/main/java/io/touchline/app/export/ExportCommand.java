package io.touchline.app.export;

import io.touchline.app.Complaint;
import io.touchline.app.KafkaClient;
import io.touchline.app.Texts;
import io.touchline.app.export.ExportFile.Format;
import io.touchline.app.proof.EvidenceTopics;
import io.touchline.contract.CardListRecord;
import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.CaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export credit|price|tax|card-list}: files for others, from the topics or a list. */
@Command(name = "export", synopsisSubcommandLabel = "credit|price|tax|card-list")
public final class ExportCommand {

  /** A logger's clock may be ahead of the broker's. */
  private static final Duration CLOCKS = Duration.ofDays(1);

  private final Clock clock = Clock.systemUTC();

  @Spec private CommandSpec spec;

  /** Where a file goes and how it is written. */
  static final class Target {
    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "export.out")
    private Path file;

    @Option(names = "--format", defaultValue = "CSV", descriptionKey = "export.format")
    private Format format;
  }

  @Command(name = "credit")
  int credit(@Mixin KafkaClient kafka, @Mixin Target target) {
    Topics topics = new Topics(kafka.prefix());
    try (EvidenceTopics reader = new EvidenceTopics(kafka.properties())) {
      List<CaseFile> files =
          reader.all(topics.cases(), CaseEventRecord.class, event -> true).stream()
              .distinct()
              .sorted(Comparator.comparingLong(CaseEventRecord::sequence))
              .collect(
                  Collectors.groupingBy(CaseEventRecord::caseId, TreeMap::new, Collectors.toList()))
              .values()
              .stream()
              .map(ExportCommand::file)
              .toList();
      return write(
          target,
          "credit",
          CreditRow.class,
          CreditRow.of(
              files,
              reader.latest(topics.enterprises(), EnterpriseRecord.class, code -> true),
              clock.instant()));
    } catch (KafkaException e) {
      throw Complaint.because(e, "ask.broker", e.getMessage());
    }
  }

  private static CaseFile file(List<CaseEventRecord> events) {
    return CaseFile.fold(events.stream().map(event -> event.toDomain().event()).toList());
  }

  @Command(name = "price")
  int price(
      @Mixin KafkaClient kafka,
      @Mixin Target target,
      @Option(
              names = "--month",
              paramLabel = "MONTH",
              required = true,
              descriptionKey = "export.month")
          YearMonth month) {
    Topics topics = new Topics(kafka.prefix());
    try (EvidenceTopics reader = new EvidenceTopics(kafka.properties())) {
      return write(
          target,
          "price",
          PriceRow.class,
          PriceRow.of(
              means(reader, topics, month),
              reader.latest(topics.outlets(), OutletRecord.class, mn -> true)));
    } catch (KafkaException e) {
      throw Complaint.because(e, "ask.broker", e.getMessage());
    }
  }

  @Command(name = "tax")
  int tax(
      @Mixin KafkaClient kafka,
      @Mixin Target target,
      @Option(
              names = "--month",
              paramLabel = "MONTH",
              required = true,
              descriptionKey = "export.month")
          YearMonth month) {
    Topics topics = new Topics(kafka.prefix());
    try (EvidenceTopics reader = new EvidenceTopics(kafka.properties())) {
      Collection<TotalRecord> totals =
          latest(
                  reader.since(
                      topics.totals(),
                      start(month).minus(CLOCKS),
                      TotalRecord.class,
                      total -> total.start().equals(start(month))),
                  TotalRecord::key,
                  (one, other) -> one.revision() < other.revision() ? other : one)
              .values();
      return write(
          target,
          "tax",
          TaxRow.class,
          TaxRow.of(
              month,
              reader.latest(topics.outlets(), OutletRecord.class, mn -> true).values(),
              means(reader, topics, month),
              totals));
    } catch (KafkaException e) {
      throw Complaint.because(e, "ask.broker", e.getMessage());
    }
  }

  /** A list as its JSON has it, for print. */
  @Command(name = "card-list")
  int cardList(
      @Parameters(paramLabel = "LIST.json", descriptionKey = "export.list") Path list,
      @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "export.out")
          Path out) {
    try {
      CardListRecord record =
          Json.mapper().readValue(Files.readAllBytes(list), CardListRecord.class);
      Files.write(out, CardListPdf.of(record));
      return said(out, record.rows().size());
    } catch (IOException e) {
      throw Complaint.because(e, "export.failed", out.toAbsolutePath(), e.getMessage());
    }
  }

  private static Collection<MeansRecord> means(
      EvidenceTopics reader, Topics topics, YearMonth month) {
    return latest(
            reader.since(
                topics.means(),
                start(month).minus(CLOCKS),
                MeansRecord.class,
                means -> YearMonth.from(ChinaTime.civil(means.start())).equals(month)),
            MeansRecord::key,
            (one, other) -> one.revision() < other.revision() ? other : one)
        .values();
  }

  private static <T> SortedMap<String, T> latest(
      List<T> records, Function<T, String> key, BinaryOperator<T> later) {
    return records.stream()
        .collect(Collectors.toMap(key, Function.identity(), later, TreeMap::new));
  }

  private static Instant start(YearMonth month) {
    return ChinaTime.instant(month.atDay(1).atStartOfDay());
  }

  private <T extends Record> int write(Target target, String name, Class<T> type, List<T> rows) {
    try {
      Files.write(target.file, ExportFile.of(target.format, name, type, rows));
    } catch (IOException e) {
      throw Complaint.because(e, "export.failed", target.file.toAbsolutePath(), e.getMessage());
    }
    return said(target.file, rows.size());
  }

  private int said(Path file, int rows) {
    spec.commandLine()
        .getOut()
        .println(Texts.get("export.done", file.toAbsolutePath(), Integer.toString(rows)));
    return 0;
  }
}

package io.touchline.app.ask;

import io.touchline.app.Complaint;
import io.touchline.app.KafkaClient;
import io.touchline.app.Texts;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.CommandCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ask MN COMMAND [NAME=VALUE ...]}: asks one data logger for something, as an audited record
 * in {@code commands}, and shows each step that the gateways report. Exit code 0 when it was done.
 */
@Command(name = "ask", sortOptions = false)
public final class AskCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MN", descriptionKey = "touchline.ask.mn")
  private String mn;

  @Parameters(index = "1", paramLabel = "COMMAND", descriptionKey = "touchline.ask.command")
  private String command;

  @Parameters(index = "2..*", paramLabel = "NAME=VALUE", descriptionKey = "touchline.ask.field")
  private List<String> parameters = List.of();

  @Mixin private KafkaClient kafka;

  @Option(names = "--author", paramLabel = "NAME", required = true)
  private String author;

  @Option(names = "--reason", paramLabel = "TEXT", required = true)
  private String reason;

  @Option(names = "--within", paramLabel = "DURATION", defaultValue = "PT2M")
  private Duration within;

  @Override
  public Integer call() {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    CommandRecord record =
        new CommandRecord(
            CommandRecord.SCHEMA_VERSION,
            "ask:" + UUID.randomUUID(),
            mn,
            code(command),
            fields(parameters),
            CommandRecord.Origin.PERSON,
            author,
            reason,
            now,
            now.plus(within));
    try (LoggerRequest request =
        new LoggerRequest(new Topics(kafka.prefix()), kafka.properties())) {
      return request.follow(record, this::show) == State.DONE ? 0 : 1;
    }
  }

  private void show(CommandResultRecord step) {
    StringBuilder line = new StringBuilder(ChinaTime.format(step.at()));
    line.append("  ").append(step.state()).append("  ").append(step.gateway());
    line.append("  ")
        .append(Texts.get("ask.state." + step.state().name().toLowerCase(Locale.ROOT)));
    if (step.qnRtn() != null) {
      line.append("  QnRtn=").append(step.qnRtn());
    }
    if (step.exeRtn() != null) {
      line.append("  ExeRtn=").append(step.exeRtn());
    }
    if (step.frames() > 0) {
      line.append("  ").append(Texts.get("ask.frames", Integer.toString(step.frames())));
    }
    if (step.values() != null && !step.values().isEmpty()) {
      line.append("  ").append(step.values());
    }
    if (step.detail() != null) {
      line.append("  ").append(step.detail());
    }
    spec.commandLine().getOut().println(line);
  }

  /** By name or by number: {@code SET_TIME} or {@code 1012}. */
  private static CommandCode code(String text) {
    return Arrays.stream(CommandCode.values())
        .filter(known -> known.name().equalsIgnoreCase(text) || known.cn().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Complaint.usage(
                    "ask.command",
                    text,
                    Arrays.stream(CommandCode.values())
                        .map(known -> known.cn() + " " + known.name())
                        .collect(Collectors.joining(", "))));
  }

  private static SortedMap<String, String> fields(List<String> texts) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw Complaint.usage("ask.parameter", text);
      }
      fields.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return fields;
  }
}

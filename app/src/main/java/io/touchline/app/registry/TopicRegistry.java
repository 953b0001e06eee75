package io.touchline.app.registry;

import io.touchline.alerts.registry.RegistryBook;
import io.touchline.alerts.registry.RegistryChange;
import io.touchline.alerts.registry.RegistryDoor;
import io.touchline.alerts.registry.RegistrySheet;
import io.touchline.app.Complaint;
import io.touchline.app.registry.Finding.Severity;
import io.touchline.app.registry.RegistryExport.Exported;
import io.touchline.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The registry in its topics: the files of the latest import, and the import of changed ones. What
 * was read is good for some seconds, so that a page of several tables reads the topic once.
 */
public final class TopicRegistry implements RegistryDoor {

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  /** What nobody reads here: passwords and keys of data loggers. */
  private static final Set<String> SECRET = Set.of("password", "sm4_key");

  /** Whoever it will be: what is looked at is whether the change could be made. */
  private static final Signed SOMEBODY = new Signed("?", "somebody else", "");

  private final Topics topics;
  private final Map<String, Object> kafka;
  private final Clock clock;

  /** Null before the first look; its version is 0 where nothing was imported. */
  private Known known;

  private Instant readAt = Instant.EPOCH;

  private record Known(int version, SortedMap<String, byte[]> files) {}

  /** Its topics, with what Kafka clients need. */
  public TopicRegistry(Topics topics, Map<String, Object> kafka, Clock clock) {
    this.topics = topics;
    this.kafka = Map.copyOf(kafka);
    this.clock = clock;
  }

  @Override
  public RegistrySheet read(RegistryBook book) {
    Known latest = latest();
    byte[] bytes = latest.files().get(book.text() + ".csv");
    int version = latest.version();
    if (bytes == null) {
      return new RegistrySheet(version, List.of(), List.of());
    }
    CsvFile file = CsvFile.of(bytes);
    return new RegistrySheet(
        version,
        file.columns().stream().filter(column -> !SECRET.contains(column)).toList(),
        file.lines().stream().map(TopicRegistry::withoutSecrets).toList());
  }

  private static RegistrySheet.Line withoutSecrets(RegistrySheet.Line line) {
    Map<String, String> cells = new LinkedHashMap<>(line.cells());
    cells.keySet().removeAll(SECRET);
    return new RegistrySheet.Line(line.id(), cells);
  }

  @Override
  public List<String> faults(RegistryChange change) {
    return faults(RegistryFilesChange.make(latest().files(), change, SOMEBODY));
  }

  private static List<String> faults(SortedMap<String, byte[]> files) {
    return registry(files).findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::sentence)
        .toList();
  }

  private static Registry registry(SortedMap<String, byte[]> files) {
    return RegistryReader.read((RegistrySource) name -> Optional.ofNullable(files.get(name)));
  }

  @Override
  public synchronized int apply(RegistryChange change, Signed signed) {
    readAt = Instant.EPOCH;
    Known latest = latest();
    int version = latest.version();
    SortedMap<String, byte[]> files = RegistryFilesChange.make(latest.files(), change, signed);
    if (files.equals(latest.files())) {
      return version;
    }
    Registry registry = registry(files);
    if (!registry.isUsable()) {
      throw new IllegalArgumentException(String.join("; ", faults(files)));
    }
    try {
      int next =
          RegistryImport.apply(
                  registry,
                  version,
                  new RegistryImport.Author(signed.approvedBy(), signed.why()),
                  clock.instant(),
                  topics,
                  kafka)
              .version();
      known = new Known(next, registry.files());
      readAt = clock.instant();
      return next;
    } catch (Complaint e) {
      throw new Unreachable(e.getMessage(), e);
    }
  }

  private synchronized Known latest() {
    Instant now = clock.instant();
    if (readAt.plus(GOOD_FOR).isBefore(now)) {
      try {
        Exported read = RegistryExport.read(topics, kafka);
        int version = read.version() == null ? 0 : read.version().version();
        // What was just committed may take a moment until readers see it.
        if (known == null || version >= known.version()) {
          known = new Known(version, read.files());
        }
        readAt = now;
      } catch (Complaint e) {
        throw new Unreachable(e.getMessage(), e);
      }
    }
    if (known.version() == 0) {
      readAt = Instant.EPOCH;
      throw new IllegalStateException(
          "no registry was ever imported: run touchline registry import DIR");
    }
    return known;
  }
}

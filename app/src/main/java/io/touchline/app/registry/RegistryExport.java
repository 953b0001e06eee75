package io.touchline.app.registry;

import io.touchline.app.Complaint;
import io.touchline.app.TopicReader;
import io.touchline.contract.RegistryVersionRecord;
import io.touchline.contract.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;

/** Writes the files of the latest import out again, byte for byte as they came in. */
public final class RegistryExport {

  private static final String VERSION = "version|";

  private RegistryExport() {}

  /**
   * Writes into a directory that is made if it is not there and empty if it is.
   *
   * @return the version written
   * @throws Complaint where nothing was ever imported, the topic and the version do not agree, or
   *     the directory cannot be used
   */
  public static RegistryVersionRecord write(
      Path directory, Topics topics, Map<String, Object> client) {
    Exported exported = read(topics, client);
    if (exported.version() == null) {
      throw Complaint.of("registry.export.none", topics.registry().name());
    }
    write(directory, exported);
    return exported.version();
  }

  /**
   * The latest import.
   *
   * @param version null where nothing was ever imported
   * @param files byte for byte as they came in
   */
  record Exported(RegistryVersionRecord version, SortedMap<String, byte[]> files) {}

  /**
   * Reads the latest import.
   *
   * @throws Complaint where the topic cannot be read, or it and the version do not agree
   */
  static Exported read(Topics topics, Map<String, Object> client) {
    Map<String, byte[]> parts = new HashMap<>();
    RegistryVersionRecord[] latest = new RegistryVersionRecord[1];
    try (TopicReader reader = new TopicReader(client)) {
      reader.forEach(
          topics.registry().name(),
          record -> {
            if (record.key().startsWith(VERSION)) {
              latest[0] = RegistryState.version(record.value());
            } else {
              parts.put(record.key(), record.value());
            }
          });
    } catch (KafkaException e) {
      throw Complaint.because(
          e,
          "registry.export.failed",
          client.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG),
          e.getMessage());
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (latest[0] != null) {
      latest[0].files().forEach(file -> files.put(file.name(), joined(file, parts)));
    }
    return new Exported(latest[0], files);
  }

  private static void write(Path directory, Exported exported) {
    try {
      Files.createDirectories(directory);
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
        if (entries.iterator().hasNext()) {
          throw Complaint.usage("registry.export.full", directory.toAbsolutePath());
        }
      }
      for (Map.Entry<String, byte[]> file : exported.files().entrySet()) {
        Files.write(directory.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw Complaint.because(
          e, "registry.export.directory", directory.toAbsolutePath(), e.getMessage());
    }
  }

  private static byte[] joined(RegistryVersionRecord.File file, Map<String, byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int part = 0; part < file.parts(); part++) {
      byte[] bytes = parts.get(RegistryVersionRecord.keyOf(file.name(), part));
      all.writeBytes(bytes == null ? new byte[0] : bytes);
    }
    if (!RegistryState.digest(all.toByteArray()).equals(file.sha256())) {
      throw Complaint.of("registry.export.broken", file.name());
    }
    return all.toByteArray();
  }
}

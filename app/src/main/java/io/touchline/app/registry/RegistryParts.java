package io.touchline.app.registry;

import io.touchline.contract.RegistryVersionRecord;
import io.touchline.contract.RegistryVersionRecord.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The files of a registry, cut into parts that a broker takes. */
final class RegistryParts {

  /** A broker takes a message of a megabyte unless told otherwise. */
  private static final int LONGEST = 512 << 10;

  private static final String FILE = "file|";

  private final SortedMap<String, byte[]> files;

  RegistryParts(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  List<File> files() {
    return files.entrySet().stream()
        .map(
            file ->
                new File(
                    file.getKey(),
                    file.getValue().length,
                    partsOf(file.getValue()),
                    RegistryState.digest(file.getValue())))
        .toList();
  }

  /** What has to be written for the topic to hold these files and no other. */
  List<ProducerRecord<String, byte[]>> changes(String topic, RegistryState state) {
    List<ProducerRecord<String, byte[]>> changes = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    files.forEach(
        (name, bytes) -> {
          for (int part = 0; part < partsOf(bytes); part++) {
            int from = part * LONGEST;
            byte[] cut = Arrays.copyOfRange(bytes, from, Math.min(from + LONGEST, bytes.length));
            String key = RegistryVersionRecord.keyOf(name, part);
            keys.add(key);
            if (!state.says(topic, key, cut)) {
              changes.add(new ProducerRecord<>(topic, key, cut));
            }
          }
        });
    state.keys(topic).stream()
        .filter(key -> key.startsWith(FILE) && !keys.contains(key))
        .forEach(key -> changes.add(new ProducerRecord<>(topic, key, null)));
    return changes;
  }

  private static int partsOf(byte[] bytes) {
    return (bytes.length + LONGEST - 1) / LONGEST;
  }
}

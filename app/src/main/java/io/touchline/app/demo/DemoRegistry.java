package io.touchline.app.demo;

import io.touchline.app.Complaint;
import io.touchline.app.Touchline;
import io.touchline.app.registry.Finding;
import io.touchline.app.registry.Finding.Severity;
import io.touchline.app.registry.Registry;
import io.touchline.app.registry.RegistryImport;
import io.touchline.app.registry.RegistryReader;
import io.touchline.app.registry.RegistrySource;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registry of the simulated outlets, and one of the user's own beside it. */
final class DemoRegistry {

  private DemoRegistry() {}

  /**
   * Imports the built-in registry and then, where given, another; of an outlet in both the latter
   * counts.
   *
   * @param directory may be null
   * @return how many outlets there are
   * @throws Complaint where the user's has an error, naming the first
   */
  static int importAll(Path directory, Topics topics, Map<String, Object> client) {
    Map<String, OutletRecord> outlets = new LinkedHashMap<>();
    List<MarkRecord> marks = new ArrayList<>();
    add(outlets, marks, RegistryReader.read(builtIn()), "demo-registry");
    if (directory != null) {
      add(outlets, marks, RegistryReader.read(directory), directory.toString());
    }
    RegistryImport.send(outlets.values(), marks, topics, client);
    return outlets.size();
  }

  static RegistrySource builtIn() {
    return RegistrySource.bundled(Touchline.class, "demo-registry");
  }

  private static void add(
      Map<String, OutletRecord> outlets, List<MarkRecord> marks, Registry registry, String where) {
    for (Finding finding : registry.findings()) {
      if (finding.severity() == Severity.ERROR) {
        throw Complaint.usage(
            "demo.registry.errors",
            where,
            Long.toString(registry.count(Severity.ERROR)),
            finding.sentence());
      }
    }
    registry.outlets().forEach(outlet -> outlets.put(outlet.mn(), outlet));
    marks.addAll(registry.marks());
  }
}

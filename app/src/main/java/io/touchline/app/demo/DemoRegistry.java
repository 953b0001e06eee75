package io.touchline.app.demo;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import io.touchline.app.Touchline;
import io.touchline.app.registry.Finding;
import io.touchline.app.registry.Finding.Severity;
import io.touchline.app.registry.Registry;
import io.touchline.app.registry.RegistryImport;
import io.touchline.app.registry.RegistryReader;
import io.touchline.app.registry.RegistrySource;
import io.touchline.contract.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** The registry of the simulated outlets, and one of the user's own beside it. */
final class DemoRegistry {

  private DemoRegistry() {}

  /**
   * Imports the built-in registry and, where given, another; of an outlet in both the latter
   * counts.
   *
   * @param directory may be null
   * @return how many outlets there are
   * @throws Complaint where the user's has an error, naming the first
   */
  static int importAll(Path directory, Topics topics, Map<String, Object> client, Instant at) {
    Registry registry = checked(RegistryReader.read(builtIn()), "demo-registry");
    if (directory != null) {
      registry = registry.with(checked(RegistryReader.read(directory), directory.toString()));
    }
    RegistryImport.apply(
        registry,
        new RegistryImport.Author("demo", Texts.get("demo.registry.reason")),
        at,
        topics,
        client);
    return registry.outlets().size();
  }

  static RegistrySource builtIn() {
    return RegistrySource.bundled(Touchline.class, "demo-registry");
  }

  private static Registry checked(Registry registry, String where) {
    for (Finding finding : registry.findings()) {
      if (finding.severity() == Severity.ERROR) {
        throw Complaint.usage(
            "demo.registry.errors",
            where,
            Long.toString(registry.count(Severity.ERROR)),
            finding.sentence());
      }
    }
    return registry;
  }
}

package io.touchline.app.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What lies in {@code dist} beside what {@code sbom.json} says of it. */
class BillOfMaterialsIT {

  private static final Path DIST = Path.of("target", "dist");

  /** Licences under which a component may be shipped with the program; one of several is enough. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "0BSD",
          "CC0-1.0",
          "EPL-2.0",
          "Mozilla Public License Version 2.0",
          "PostgreSQL",
          "Bouncy Castle Licence",
          "Go License",
          "GNU General Public License (GPL), version 2, with the Classpath exception");

  @Test
  void everyJarThatIsShippedStandsInTheBillOfMaterials() throws IOException {
    Set<String> listed =
        components()
            .map(each -> each.path("name").asText() + "-" + each.path("version").asText())
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> jars = Files.list(DIST.resolve("lib"))) {
      jars.map(jar -> jar.getFileName().toString())
          .filter(name -> !name.startsWith("touchline-app-"))
          .filter(name -> listed.stream().noneMatch(name::startsWith))
          .forEach(missing::add);
    }

    assertThat(listed).hasSizeGreaterThan(50);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyComponentMayBeShippedUnderALicenceThatIsAllowed() throws IOException {
    List<String> others =
        components()
            .filter(each -> licences(each).noneMatch(ALLOWED::contains))
            .map(each -> each.path("purl").asText() + " " + licences(each).toList())
            .toList();

    assertThat(others).isEmpty();
  }

  private static Stream<JsonNode> components() throws IOException {
    JsonNode bill = new ObjectMapper().readTree(DIST.resolve("sbom.json").toFile());
    return StreamSupport.stream(bill.path("components").spliterator(), false);
  }

  private static Stream<String> licences(JsonNode component) {
    return StreamSupport.stream(component.path("licenses").spliterator(), false)
        .flatMap(
            each ->
                Stream.of(
                    each.path("license").path("id").asText(),
                    each.path("license").path("name").asText(),
                    each.path("expression").asText()))
        .filter(text -> !text.isEmpty());
  }
}

package io.touchline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a small project, with a java and a mvn that only write down what they hear. */
class LauncherIT {

  private static final String BASH = "/bin/bash";
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "dirname",
          "find",
          "flock",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch");

  @TempDir Path directory;
  private Path project;
  private Path programs;

  @BeforeEach
  void aProjectAndPrograms() throws IOException {
    project = Files.createDirectories(directory.resolve("a project"));
    programs = Files.createDirectories(directory.resolve("programs"));
    for (String tool : TOOLS) {
      program(tool, "exec \"$(PATH=/usr/bin:/bin command -v " + tool + ")\" \"$@\"");
    }
    Files.copy(Path.of("..", "touchline"), project.resolve("touchline"));
    Files.createDirectories(project.resolve("app/src/main"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    java("17.0.9");
    program("javac", "");
    mvn("3.9.6", "mkdir -p \"${3%/*}/app/target/dist/lib\"");
  }

  private void java(String version) throws IOException {
    program(
        "java",
        "if [ \"$1\" = -version ]; then echo 'openjdk version \""
            + version
            + "\"' >&2; exit; fi; echo \"in $PWD: $*\"; exit ${EXIT:-0}");
  }

  private void mvn(String version, String build) throws IOException {
    program(
        "mvn",
        "if [ \"$1\" = -version ]; then echo 'Apache Maven "
            + version
            + " (x)'; exit; fi; echo built >> '"
            + directory.resolve("builds")
            + "'; echo '[INFO] Building Touchline: one 0.1 [1/2]'; "
            + build);
  }

  private void program(String name, String script) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!" + BASH + "\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void theFirstUseBuildsAndTheSecondDoesNot() throws Exception {
    Run first = launch(Map.of(), "decode", "a file", "-");
    assertThat(first.exitCode()).isZero();
    assertThat(first.err()).contains("[1/2] Touchline: one").contains("The build took");
    assertThat(first.out())
        .startsWith("in " + directory.toRealPath() + ": ")
        .endsWith("io.touchline.app.Touchline decode a file -\n");
    assertThat(launch(Map.of(), "decode").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws Exception {
    launch(Map.of());
    Path source = Files.writeString(project.resolve("app/src/main/New.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
    launch(Map.of());
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    mvn("3.9.6", "sleep 1; mkdir -p \"${3%/*}/app/target/dist/lib\"");
    Process one = started(Map.of());
    Process other = started(Map.of());
    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void theExitCodeIsTheCommands() throws Exception {
    assertThat(launch(Map.of("EXIT", "7")).exitCode()).isEqualTo(7);
  }

  @Test
  void aLinkLeadsToTheProject() throws Exception {
    Path link = directory.resolve("bin-touchline");
    Files.createSymbolicLink(link, project.resolve("touchline"));
    Process process = process(Map.of(), link).start();
    assertThat(process.waitFor()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void withoutJavaItSaysSo() throws Exception {
    Files.delete(programs.resolve("java"));
    Run run = launch(Map.of());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "touchline: No Java found. Install a JDK 17 or newer (on Debian: apt install"
                + " openjdk-17-jdk-headless).\n");
  }

  @Test
  void anOldJavaIsNamedWithItsVersionAndPlace() throws Exception {
    java("1.8.0_392");
    assertThat(launch(Map.of()).err())
        .isEqualTo(
            "touchline: Java 1.8.0_392 at "
                + programs.resolve("java")
                + " is too old; 17 or newer is needed. Install a newer JDK, or point JAVA_HOME to"
                + " it.\n");
  }

  @Test
  void aJavaHomeWithoutJavaIsNamed() throws Exception {
    assertThat(launch(Map.of("JAVA_HOME", "/nowhere")).err())
        .startsWith("touchline: JAVA_HOME is /nowhere, and there is no bin/java in it.");
  }

  @Test
  void withoutACompilerItSaysSo() throws Exception {
    Files.delete(programs.resolve("javac"));
    assertThat(launch(Map.of()).err()).contains("can run and not compile (there is no javac)");
  }

  @Test
  void withoutMavenItSaysSo() throws Exception {
    Files.delete(programs.resolve("mvn"));
    assertThat(launch(Map.of()).err())
        .isEqualTo(
            "touchline: No Maven found. Install 3.8 or newer (on Debian: apt install maven).\n");
  }

  @Test
  void anOldMavenIsNamedWithItsVersion() throws Exception {
    mvn("3.6.3", "");
    assertThat(launch(Map.of()).err())
        .isEqualTo(
            "touchline: Maven 3.6.3 at "
                + programs.resolve("mvn")
                + " is too old; 3.8 or newer is needed.\n");
  }

  @Test
  void aFailedBuildSaysWhyAndWhereItsLogIs() throws Exception {
    mvn("3.9.6", "echo '[ERROR] cannot find symbol'; exit 1");
    Run run = launch(Map.of());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .endsWith(
            "touchline: The build failed: cannot find symbol — The whole output is in "
                + project.toRealPath().resolve(".touchline/build.log")
                + "\n");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsNamed() throws Exception {
    Files.writeString(project.resolve(".touchline"), "a file where a directory should be");
    assertThat(launch(Map.of()).err())
        .startsWith(
            "touchline: Cannot write to "
                + project.toRealPath().resolve(".touchline")
                + ", so nothing can be built.");
  }

  @Test
  void chineseIsSpokenWhereNothingElseIsAskedFor() throws Exception {
    Files.delete(programs.resolve("java"));
    assertThat(launch(Map.of("TOUCHLINE_LANG", "")).err()).startsWith("touchline: 找不到 Java。");
  }

  private record Run(int exitCode, String out, String err) {}

  private Run launch(Map<String, String> environment, String... arguments) throws Exception {
    Process process = started(environment, arguments);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    return new Run(
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), UTF_8),
        new String(process.getErrorStream().readAllBytes(), UTF_8));
  }

  private Process started(Map<String, String> environment, String... arguments) throws IOException {
    return process(environment, project.resolve("touchline"), arguments).start();
  }

  private ProcessBuilder process(
      Map<String, String> environment, Path launcher, String... arguments) {
    List<String> command = new ArrayList<>(List.of(BASH));
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("TOUCHLINE_LANG", "en");
    builder.environment().putAll(environment);
    return builder;
  }

  private int builds() throws IOException {
    return Files.readAllLines(directory.resolve("builds")).size();
  }
}

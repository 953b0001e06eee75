package io.touchline.app.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a demo keeps its data unless told: with the project, else where the user's data lies. */
final class DataPlace {

  private DataPlace() {}

  static Path of(Path named) {
    if (named != null) {
      return named.toAbsolutePath().normalize();
    }
    String home = System.getProperty("touchline.home");
    Path project = Path.of(home == null ? "" : home).toAbsolutePath();
    if (Files.isWritable(project)) {
      return project.resolve(".touchline").resolve("demo");
    }
    String xdg = System.getenv("XDG_DATA_HOME");
    Path user =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(xdg);
    return user.resolve("touchline").resolve("demo");
  }
}

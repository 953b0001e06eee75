package io.touchline.app.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a registry lie. */
public interface RegistrySource {

  /** The bytes of a file, empty where there is none of that name. */
  Optional<byte[]> read(String file) throws IOException;

  static RegistrySource directory(Path directory) {
    return file -> {
      Path path = directory.resolve(file);
      return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    };
  }

  /** Files on the class path, beside the class. */
  static RegistrySource bundled(Class<?> beside, String directory) {
    return file -> {
      try (InputStream in = beside.getResourceAsStream(directory + '/' + file)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      }
    };
  }
}

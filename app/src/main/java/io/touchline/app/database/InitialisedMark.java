package io.touchline.app.database;

import io.touchline.app.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says that a data directory once served clients. Without it the directory is the half-made work of
 * a first start that was cut off, which PostgreSQL would neither run on nor make anew.
 */
final class InitialisedMark {

  private InitialisedMark() {}

  static void set(Path data) throws IOException {
    Files.writeString(mark(data), "");
  }

  static void clearHalfMade(Path data) throws IOException {
    if (!Files.exists(mark(data))) {
      Directories.delete(data);
    }
  }

  private static Path mark(Path data) {
    return data.resolveSibling("initialised");
  }
}

package io.touchline.alerts.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Secrets, each in a file of its own in one directory. They are read at every use, so that a new
 * one counts at once, and are never part of a message, a log line or an exception.
 */
public final class Secrets {

  private final Path directory;

  public Secrets(Path directory) {
    this.directory = directory;
  }

  /**
   * One secret without surrounding white space.
   *
   * @throws IllegalStateException where there is none, with its place and what to do
   */
  public String read(String name) {
    if (name == null || !name.matches("[A-Za-z0-9._-]+") || name.startsWith(".")) {
      throw new IllegalStateException(
          "a secret is named by letters, digits, points, '_' and '-', not '" + name + "'");
    }
    Path file = directory.resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalStateException(
          "the secret " + file + " cannot be read: put it there, readable by this process", e);
    }
  }
}

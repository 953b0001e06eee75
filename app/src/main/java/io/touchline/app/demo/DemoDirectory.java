package io.touchline.app.demo;

import io.touchline.app.Complaint;
import io.touchline.app.Directories;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one directory that a demo writes to. A marker says that it is ours: nothing is ever deleted
 * in a directory without it. A lock says that a demo runs on it now.
 */
final class DemoDirectory implements AutoCloseable {

  static final String MARKER = "touchline-demo";
  private static final String LOCK = "running.lock";

  private final Path path;
  private final FileChannel channel;

  private DemoDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the directory, made if it is not there, until {@link #close}.
   *
   * @param fresh whether to delete what an earlier demo left in it
   * @throws Complaint where it is not ours, cannot be written to, or another demo has it
   */
  static DemoDirectory take(Path path, boolean fresh) {
    FileChannel channel = null;
    try {
      claim(path);
      channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock(channel, path);
      if (fresh) {
        clear(path);
      }
      return new DemoDirectory(path, channel);
    } catch (IOException e) {
      closeQuietly(channel);
      throw Complaint.because(e, "demo.directory.unwritable", path);
    } catch (Complaint e) {
      closeQuietly(channel);
      throw e;
    }
  }

  private static void claim(Path path) throws IOException {
    Path marker = path.resolve(MARKER);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw Complaint.usage("demo.directory.foreign", path);
    }
    if (!Files.exists(marker)) {
      Files.createDirectories(path);
      if (!isEmpty(path)) {
        throw Complaint.usage("demo.directory.foreign", path);
      }
      Files.writeString(marker, "1\n");
    }
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      return !entries.iterator().hasNext();
    }
  }

  private static void lock(FileChannel channel, Path path) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw Complaint.of("demo.directory.busy", path);
    }
  }

  private static void clear(Path path) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.equals(MARKER) || name.equals(LOCK)) {
          continue;
        }
        if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
          Directories.delete(entry);
        } else {
          Files.delete(entry);
        }
      }
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The failure that led here is the one to tell.
    }
  }

  Path path() {
    return path;
  }

  /** A part of it for one of the roles. */
  Path of(String role) {
    return path.resolve(role);
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}

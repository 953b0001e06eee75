package io.touchline.fleet.demo;

import io.touchline.domain.ChinaTime;
import io.touchline.fleet.FleetException;
import io.touchline.fleet.source.SimulatedOutlet;
import io.touchline.fleet.source.UploadKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file that remembers how far each logger got, a line per logger and kind: MN, CN, the first
 * period not acknowledged, and those acknowledged beyond it. Replaced as a whole, so that a crash
 * leaves the old one or the new one.
 */
final class FleetMemory {

  static final String FILE = "fleet-state.txt";

  private static final String VERSION = "touchline-fleet-state 1";

  private final Path file;
  private final Map<String, String[]> remembered = new HashMap<>();

  /**
   * Reads what an earlier run left, if it left anything.
   *
   * @throws FleetException where the directory or the file cannot be used
   */
  FleetMemory(Path directory) {
    this.file = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      if (Files.exists(file)) {
        read(Files.readAllLines(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw FleetException.because(e, "state.io", file, e.getMessage());
    }
  }

  private void read(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(VERSION)) {
      throw FleetException.because(null, "state.version", file);
    }
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", -1);
      if (words.length < 3) {
        throw FleetException.because(null, "state.line", file, line);
      }
      remembered.put(words[0] + ' ' + words[1], words);
    }
  }

  /** What is known to be acknowledged of one kind, null where nothing is known. */
  Settled settled(SimulatedOutlet outlet, UploadKind kind) {
    String[] words = remembered.get(outlet.mn() + ' ' + kind.commandCode());
    if (words == null) {
      return null;
    }
    try {
      Settled settled = new Settled(outlet.interval(kind), ChinaTime.parse(words[2]));
      for (int at = 3; at < words.length; at++) {
        settled.add(ChinaTime.parse(words[at]));
      }
      return settled;
    } catch (DateTimeException e) {
      throw FleetException.because(e, "state.line", file, String.join(" ", words));
    }
  }

  void write(List<Station> stations) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(VERSION);
    for (Station station : stations) {
      for (Errand errand : station.errands()) {
        if (errand.isRemembered()) {
          lines.add(line(station.outlet().mn(), errand));
        }
      }
    }
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.write(fresh, lines, StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String line(String mn, Errand errand) {
    StringBuilder line = new StringBuilder(mn).append(' ').append(errand.kind().commandCode());
    line.append(' ').append(ChinaTime.format(errand.settled().border()));
    for (Instant start : errand.settled().beyond()) {
      line.append(' ').append(ChinaTime.format(start));
    }
    return line.toString();
  }
}

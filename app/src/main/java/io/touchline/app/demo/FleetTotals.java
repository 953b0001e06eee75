package io.touchline.app.demo;

import io.touchline.app.Complaint;
import io.touchline.fleet.demo.FleetProgress;
import io.touchline.fleet.demo.FleetReport;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the fleet sent in this run and in all runs on the directory, kept in a file of it, so that a
 * run that was killed counts too, up to its last second or two.
 */
final class FleetTotals {

  private static final Logger log = LoggerFactory.getLogger(FleetTotals.class);
  private static final int UPDATES_PER_SAVE = 4;

  /**
   * Uploads and frames.
   *
   * @param sent distinct uploads
   * @param acknowledged those of them, and of earlier runs, whose 9014 came
   * @param resent frames sent again
   * @param garbled frames damaged on purpose
   */
  record Sent(long sent, long acknowledged, long resent, long garbled) {
    Sent plus(Sent other) {
      return new Sent(
          sent + other.sent,
          acknowledged + other.acknowledged,
          resent + other.resent,
          garbled + other.garbled);
    }
  }

  /** This run and all. */
  record Both(Sent run, Sent total) {}

  private final Path file;
  private final Sent before;
  private volatile FleetProgress latest;
  private int updates;

  FleetTotals(Path directory) {
    this.file = directory.resolve("fleet-totals.properties");
    this.before = read();
  }

  /** Hears of the fleet twice a second, on its thread. */
  void watch(FleetProgress progress) {
    latest = progress;
    updates++;
    if (updates % UPDATES_PER_SAVE == 0) {
      var count = progress.count();
      save(
          before.plus(
              new Sent(count.sent(), count.acknowledged(), count.resent(), count.garbled())));
    }
  }

  FleetProgress latest() {
    return latest;
  }

  Both close(FleetReport report) {
    Sent run = new Sent(report.sent(), report.acknowledged(), report.resent(), report.garbled());
    Sent total = before.plus(run);
    save(total);
    return new Both(run, total);
  }

  private Sent read() {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException e) {
        throw Complaint.because(e, "demo.directory.unwritable", file);
      }
    }
    return new Sent(
        number(properties, "sent"),
        number(properties, "acknowledged"),
        number(properties, "resent"),
        number(properties, "garbled"));
  }

  private static long number(Properties properties, String name) {
    return Long.parseLong(properties.getProperty(name, "0"));
  }

  private void save(Sent total) {
    Properties properties = new Properties();
    properties.setProperty("sent", Long.toString(total.sent()));
    properties.setProperty("acknowledged", Long.toString(total.acknowledged()));
    properties.setProperty("resent", Long.toString(total.resent()));
    properties.setProperty("garbled", Long.toString(total.garbled()));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer out = Files.newBufferedWriter(fresh)) {
        properties.store(out, null);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.atWarn().addKeyValue("file", file).setCause(e).log("totals not written down");
    }
  }
}

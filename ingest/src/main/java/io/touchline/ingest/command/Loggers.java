package io.touchline.ingest.command;

import io.netty.channel.Channel;
import io.touchline.contract.StationDialect;
import io.touchline.hj212.Edition;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What the desk asks of the gateway around it about data loggers. Thread-safe, never waits. */
public interface Loggers {

  /** The connection here on which the latest good frame of that MN came. */
  Optional<Line> lineTo(String mn);

  /** What the registry says of that MN. */
  Optional<Profile> profileOf(String mn);

  /** The MN registered for a logger with one of those serials (HJ 212-2025). */
  Optional<String> mnOf(Collection<String> serials);

  /**
   * A connection that speaks for a station.
   *
   * @param edition that the latest frame spoke, null where it is not known
   * @param systemCode ST of its frames, null where it is not known
   * @param password that the logger uses itself, null where it is not known
   * @param lastFrameAt receipt of the latest frame
   */
  record Line(
      Channel channel, Edition edition, String systemCode, String password, Instant lastFrameAt) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Line[" + channel + " edition=" + edition + "]";
    }
  }

  /**
   * A station as registered.
   *
   * @param edition it is expected to speak, null for any
   * @param password null for any
   */
  record Profile(Edition edition, String password, StationDialect dialect) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Profile[edition=" + edition + "]";
    }
  }
}

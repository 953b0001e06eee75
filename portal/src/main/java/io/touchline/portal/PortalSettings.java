package io.touchline.portal;

import java.time.Duration;

/**
 * What an installation chooses about its portal.
 *
 * @param host address to listen on; there is no sign-in yet, so loopback unless a proxy guards it
 * @param port 0 for any free one
 * @param silentAfter an outlet not heard of for longer is shown as silent
 */
public record PortalSettings(String host, int port, Duration silentAfter) {

  public static final Duration DEFAULT_SILENT_AFTER = Duration.ofMinutes(15);

  public static PortalSettings onLoopback(int port) {
    return new PortalSettings("127.0.0.1", port, DEFAULT_SILENT_AFTER);
  }
}

package io.touchline.portal;

import io.touchline.alerts.cases.ListExport;
import java.time.Duration;
import java.util.List;

/**
 * What an installation chooses about its portal.
 *
 * @param host address to listen on; where others than this machine come in, a proxy with TLS stands
 *     before it
 * @param port 0 for any free one
 * @param silentAfter an outlet not heard of for longer is shown as silent
 * @param demo accounts that the sign-in page offers with one click; empty but in a demo
 * @param printer sets yellow and red lists for paper; null where there is none
 */
public record PortalSettings(
    String host,
    int port,
    Duration silentAfter,
    List<DemoAccount> demo,
    ListExport.Printer printer) {

  public static final Duration DEFAULT_SILENT_AFTER = Duration.ofMinutes(15);

  public PortalSettings {
    demo = List.copyOf(demo);
  }

  public PortalSettings(String host, int port, Duration silentAfter) {
    this(host, port, silentAfter, List.of(), null);
  }

  public static PortalSettings onLoopback(int port) {
    return new PortalSettings("127.0.0.1", port, DEFAULT_SILENT_AFTER);
  }

  /** The same, with accounts that whoever comes may use. */
  public PortalSettings withDemo(List<DemoAccount> accounts) {
    return new PortalSettings(host, port, silentAfter, accounts, printer);
  }

  /** The same, with lists as PDF. */
  public PortalSettings printing(ListExport.Printer other) {
    return new PortalSettings(host, port, silentAfter, demo, other);
  }
}

package io.touchline.domain;

/**
 * Names what is measured before treatment (治理设施入口) beside what leaves the outlet: {@code a21026-in}
 * beside {@code a21026}. A code on the wire has no hyphen, so the two never collide.
 *
 * <p>It is a mean like any other, with its unit, validity and frames. It is no discharge: no limit
 * is held against it, it has no emitted mass, and the outlet's oxygen and volume say nothing of it.
 */
public final class InletChannel {

  private static final String MARK = "-in";

  private InletChannel() {}

  /** The inlet's name of a factor. */
  public static String of(String factor) {
    return factor + MARK;
  }

  public static boolean isInlet(String channel) {
    return channel.endsWith(MARK);
  }

  /** The factor that a channel measures, be it at the inlet or at the outlet. */
  public static String factorOf(String channel) {
    return isInlet(channel) ? channel.substring(0, channel.length() - MARK.length()) : channel;
  }
}

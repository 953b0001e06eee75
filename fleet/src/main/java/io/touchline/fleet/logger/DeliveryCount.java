package io.touchline.fleet.logger;

/**
 * How far the uploads of one logger, or of several together, got. Each part of a split upload
 * counts, since each is acknowledged on its own.
 *
 * <p>Frames on the wire = {@code sent + resent + garbled}; uploads handed over = {@code
 * acknowledged + unanswered + waiting}.
 *
 * @param sent distinct uploads that went out at least once
 * @param resent frames sent again with the same request number
 * @param acknowledged uploads whose 9014 came
 * @param waiting uploads without a 9014, sent or not yet
 * @param garbled frames damaged on purpose
 * @param reconnects connections made after the first
 * @param unanswered uploads that a misbehaving logger gave up after OverTime, since what it sends
 *     need not be answered; always 0 for a logger that behaves
 */
public record DeliveryCount(
    long sent,
    long resent,
    long acknowledged,
    long waiting,
    long garbled,
    long reconnects,
    long unanswered) {

  public static final DeliveryCount NONE = new DeliveryCount(0, 0, 0, 0, 0, 0, 0);

  /** Of a logger that behaves. */
  public DeliveryCount(
      long sent, long resent, long acknowledged, long waiting, long garbled, long reconnects) {
    this(sent, resent, acknowledged, waiting, garbled, reconnects, 0);
  }

  public DeliveryCount plus(DeliveryCount other) {
    return new DeliveryCount(
        sent + other.sent,
        resent + other.resent,
        acknowledged + other.acknowledged,
        waiting + other.waiting,
        garbled + other.garbled,
        reconnects + other.reconnects,
        unanswered + other.unanswered);
  }
}

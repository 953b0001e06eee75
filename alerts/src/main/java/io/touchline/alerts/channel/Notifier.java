package io.touchline.alerts.channel;

/**
 * Hands messages over. It may block, within its own time-outs; it never throws for the other side.
 */
public interface Notifier {

  Outcome send(Message message);
}

package io.touchline.alerts.channel;

import java.time.Clock;

/** Makes the notifier of a channel from its kind and settings. */
public final class Notifiers {

  private final HttpDoor door = new HttpDoor();
  private final Secrets secrets;
  private final Robots robots;

  public Notifiers(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.robots = new Robots(door, secrets, clock);
  }

  Notifier of(ChannelKind kind, ChannelSettings settings) {
    return switch (kind) {
      case EMAIL -> new Email(secrets, settings);
      case WEBHOOK -> new Webhook(door, secrets, settings);
      case WECOM -> robots.wecom(settings);
      case DINGTALK -> robots.dingtalk(settings);
      case FEISHU -> robots.feishu(settings);
      case SMS -> new Sms(door, secrets, settings);
      case IN_APP -> message -> new Outcome.Delivered("in the list");
    };
  }
}

package io.touchline.alerts.channel;

/** By what means. */
public enum ChannelKind {
  EMAIL,
  WEBHOOK,
  WECOM,
  DINGTALK,
  FEISHU,
  SMS,
  /** The list of messages in the system itself: it has it as soon as it is due. */
  IN_APP
}

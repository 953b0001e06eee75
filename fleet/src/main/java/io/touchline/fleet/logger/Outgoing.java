package io.touchline.fleet.logger;

/** What a logger says of its own accord, and says again until it is answered. */
public sealed interface Outgoing permits Upload, Notice {

  String commandCode();
}

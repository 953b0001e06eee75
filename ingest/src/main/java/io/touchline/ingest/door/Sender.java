package io.touchline.ingest.door;

/**
 * Whose frames come through a door.
 *
 * @param peer as records name it: {@code https:NAME} or {@code kafka:TOPIC}
 * @param jurisdiction the stations it may speak for
 */
public record Sender(String peer, Jurisdiction jurisdiction) {}

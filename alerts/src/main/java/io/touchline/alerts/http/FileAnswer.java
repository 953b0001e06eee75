package io.touchline.alerts.http;

/** An answer that is a file. */
record FileAnswer(String name, String mediaType, byte[] bytes) {}

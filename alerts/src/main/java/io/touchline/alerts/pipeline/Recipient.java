package io.touchline.alerts.pipeline;

/**
 * One person by one channel.
 *
 * @param language ZH or EN
 */
record Recipient(String person, String channel, String address, String language, Pace pace) {}

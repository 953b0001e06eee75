package io.touchline.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchline.contract.Json;

/** The settings of one channel by name. Secrets are named there, not held. */
public record ChannelSettings(String id, JsonNode values) {

  static ChannelSettings of(String id, String json) {
    try {
      return new ChannelSettings(id, Json.mapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the settings of channel '" + id + "' are no JSON", e);
    }
  }

  /**
   * A setting that has to be there.
   *
   * @throws IllegalStateException where it is not
   */
  public String required(String name) {
    String value = or(name, null);
    if (value == null) {
      throw new IllegalStateException("channel '" + id + "' lacks the setting '" + name + "'");
    }
    return value;
  }

  public String or(String name, String fallback) {
    return values.path(name).isMissingNode() ? fallback : values.path(name).asText();
  }

  public int or(String name, int fallback) {
    return values.path(name).asInt(fallback);
  }
}

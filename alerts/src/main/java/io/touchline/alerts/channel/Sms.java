package io.touchline.alerts.channel;

import io.touchline.contract.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Short messages through somebody's HTTP gateway. What is posted is written in the settings: {@code
 * url}, {@code contentType}, {@code body} with {@code {phone}}, {@code {text}}, {@code {id}} and
 * {@code {secret}} in it; {@code taken} is a text that the answer of a taken message holds.
 */
final class Sms implements Notifier {

  private static final int LONGEST = 500;

  private final HttpDoor door;
  private final Secrets secrets;
  private final ChannelSettings settings;

  Sms(HttpDoor door, Secrets secrets, ChannelSettings settings) {
    this.door = door;
    this.secrets = secrets;
    this.settings = settings;
  }

  @Override
  public Outcome send(Message message) {
    String type = settings.or("contentType", "application/json");
    String taken = settings.or("taken", "");
    String body =
        settings
            .required("body")
            .replace("{phone}", written(message.address(), type))
            .replace("{text}", written(message.text("", LONGEST), type))
            .replace("{id}", message.id().toString());
    if (body.contains("{secret}")) {
      body = body.replace("{secret}", written(secrets.read(settings.required("secret")), type));
    }
    return door.post(
        settings.required("url"),
        type,
        body,
        Map.of(),
        answer ->
            answer.contains(taken)
                ? new Outcome.Delivered("taken")
                : new Outcome.Retry("answered " + HttpDoor.shortened(answer), null));
  }

  /** As it stands within a JSON string, or in a form. */
  private static String written(String text, String type) {
    if (type.startsWith("application/json")) {
      String quoted = Json.text(text);
      return quoted.substring(1, quoted.length() - 1);
    }
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

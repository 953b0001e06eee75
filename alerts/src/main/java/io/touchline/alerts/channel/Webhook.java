package io.touchline.alerts.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchline.contract.Json;
import io.touchline.domain.ChinaTime;
import java.util.HexFormat;
import java.util.Map;

/**
 * Posts a message as a CloudEvent (version 1.0, structured JSON). The header {@code X-Signature} is
 * {@code sha256=} and the HMAC-SHA256 of the body in hexadecimal; {@code X-Event-Id} is the id of
 * the event, the same at every attempt, by which the receiver knows what it has.
 */
final class Webhook implements Notifier {

  private static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

  private final HttpDoor door;
  private final Secrets secrets;
  private final ChannelSettings settings;

  /** Its settings: the name of its secret, and {@code source} of its events. */
  Webhook(HttpDoor door, Secrets secrets, ChannelSettings settings) {
    this.door = door;
    this.secrets = secrets;
    this.settings = settings;
  }

  @Override
  public Outcome send(Message message) {
    String body = body(message);
    String signature =
        HexFormat.of().formatHex(Hmac.sha256(secrets.read(settings.required("secret")), body));
    return door.post(
        message.address(),
        CONTENT_TYPE,
        body,
        Map.of("X-Event-Id", message.id().toString(), "X-Signature", "sha256=" + signature),
        answer -> new Outcome.Delivered("taken"));
  }

  private String body(Message message) {
    ObjectNode event =
        Json.mapper()
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", message.id().toString())
            .put("source", settings.or("source", "/touchline/alerts"))
            .put("type", "io.touchline.alerts.told")
            .put("time", ChinaTime.format(message.at()))
            .put("datacontenttype", "application/json");
    ObjectNode data = event.putObject("data").put("title", message.title());
    ArrayNode alerts = data.putArray("alerts");
    for (int at = 0; at < message.alerts().size(); at++) {
      ObjectNode alert = Json.mapper().valueToTree(message.alerts().get(at));
      alerts.add(alert.put("text", message.lines().get(at)));
    }
    return event.toString();
  }
}

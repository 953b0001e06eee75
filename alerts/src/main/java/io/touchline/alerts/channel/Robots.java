package io.touchline.alerts.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchline.contract.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * The robots of group chats. All of them answer 200 and say in the body what they think: code 0 for
 * taken, one for too many, others for no.
 *
 * <p>WeCom: at most 2,048 bytes of text, 20 messages a minute. DingTalk: signed, 20 a minute, over
 * it ten minutes of none. Feishu: signed, at most 20 KB. (Their open documentation as gathered in
 * 2026, second-hand; the codes for too many are recall.)
 */
final class Robots {

  private static final String JSON = "application/json; charset=utf-8";
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final HttpDoor door;
  private final Secrets secrets;
  private final Clock clock;

  Robots(HttpDoor door, Secrets secrets, Clock clock) {
    this.door = door;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Settings: {@code base}, {@code key} names the secret. */
  Notifier wecom(ChannelSettings settings) {
    String base = settings.or("base", "https://qyapi.weixin.qq.com");
    return message -> {
      String key = secrets.read(settings.required("key"));
      ObjectNode body = Json.mapper().createObjectNode().put("msgtype", "markdown");
      String title = "**" + message.title() + "**\n";
      body.putObject("markdown").put("content", title + message.text("> ", 2_048 - length(title)));
      return door.post(
          base + "/cgi-bin/webhook/send?key=" + encoded(key),
          JSON,
          body.toString(),
          Map.of(),
          answer -> said(answer, "errcode", "errmsg", Set.of(45_009), A_MINUTE));
    };
  }

  /** Settings: {@code base}, {@code token} and {@code secret} name secrets. */
  Notifier dingtalk(ChannelSettings settings) {
    String base = settings.or("base", "https://oapi.dingtalk.com");
    return message -> {
      String token = secrets.read(settings.required("token"));
      String secret = secrets.read(settings.required("secret"));
      String timestamp = Long.toString(clock.millis());
      String sign =
          Base64.getEncoder().encodeToString(Hmac.sha256(secret, timestamp + "\n" + secret));
      ObjectNode body = Json.mapper().createObjectNode().put("msgtype", "markdown");
      body.putObject("markdown")
          .put("title", message.title())
          .put("text", "### " + message.title() + "\n" + message.text("- ", 18_000));
      body.putObject("at").put("isAtAll", false);
      return door.post(
          base
              + "/robot/send?access_token="
              + encoded(token)
              + "&timestamp="
              + timestamp
              + "&sign="
              + encoded(sign),
          JSON,
          body.toString(),
          Map.of(),
          answer -> said(answer, "errcode", "errmsg", Set.of(130_101, 660_026), TEN_MINUTES));
    };
  }

  /**
   * Settings: {@code base}, {@code token} names the hook's secret, {@code secret} the signature's.
   */
  Notifier feishu(ChannelSettings settings) {
    String base = settings.or("base", "https://open.feishu.cn");
    return message -> {
      String token = secrets.read(settings.required("token"));
      String secret = secrets.read(settings.required("secret"));
      long timestamp = clock.instant().getEpochSecond();
      // Unlike DingTalk the text to sign is the key, and nothing is signed with it.
      String sign = Base64.getEncoder().encodeToString(Hmac.sha256(timestamp + "\n" + secret, ""));
      ObjectNode body =
          Json.mapper()
              .createObjectNode()
              .put("timestamp", Long.toString(timestamp))
              .put("sign", sign)
              .put("msg_type", "text");
      body.putObject("content").put("text", message.title() + "\n" + message.text("", 18_000));
      return door.post(
          base + "/open-apis/bot/v2/hook/" + encoded(token),
          JSON,
          body.toString(),
          Map.of(),
          answer -> said(answer, "code", "msg", Set.of(9_499, 11_232), A_MINUTE));
    };
  }

  private static Outcome said(
      String answer, String code, String text, Set<Integer> tooMany, Duration rest) {
    try {
      JsonNode said = Json.mapper().readTree(answer);
      int number = said.path(code).asInt(-1);
      if (number == 0) {
        return new Outcome.Delivered("taken");
      }
      String detail = number + " " + HttpDoor.shortened(said.path(text).asText());
      return tooMany.contains(number)
          ? new Outcome.Retry(detail, rest)
          : new Outcome.Refused(detail);
    } catch (IOException e) {
      return new Outcome.Retry("an answer that is no JSON", null);
    }
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.touchline.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.touchline.alerts.book.Change;
import io.touchline.alerts.pipeline.Snapshot;
import io.touchline.alerts.words.Language;
import io.touchline.contract.Json;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Subject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifiersTest {

  private static final Instant NINE = ChinaTime.parse("2026-11-20T09:00:00+08:00");
  private static final UUID ID = UUID.fromString("6f1b2c3d-0000-4000-8000-000000000001");
  private static final String SECRET = "SEC-very-secret";

  @TempDir private Path folder;
  private LocalServer server;
  private Notifiers notifiers;

  @BeforeEach
  void open() throws Exception {
    server = new LocalServer();
    Files.writeString(folder.resolve("key"), "KEY-1\n");
    Files.writeString(folder.resolve("sign"), SECRET + "\n");
    notifiers = new Notifiers(new Secrets(folder), Clock.fixed(NINE, ChinaTime.OFFSET));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void wecomGetsMarkdownUnderItsKeyWithinItsLength() {
    Outcome outcome =
        send(ChannelKind.WECOM, "{\"base\":\"%s\",\"key\":\"key\"}", message("x", 60));

    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    LocalServer.Request request = server.requests().get(0);
    assertThat(request.path()).isEqualTo("/cgi-bin/webhook/send");
    assertThat(request.query()).isEqualTo("key=KEY-1");
    JsonNode body = json(request.body());
    assertThat(body.path("msgtype").asText()).isEqualTo("markdown");
    String content = body.path("markdown").path("content").asText();
    assertThat(content).startsWith("**橙色").contains("晋能热电", "条见平台");
    assertThat(content.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2_048);
  }

  @Test
  void dingtalkIsSignedWithTimestampAndSecret() throws Exception {
    send(
        ChannelKind.DINGTALK,
        "{\"base\":\"%s\",\"token\":\"key\",\"secret\":\"sign\"}",
        message("x", 1));

    LocalServer.Request request = server.requests().get(0);
    long timestamp = NINE.toEpochMilli();
    String sign = Base64.getEncoder().encodeToString(hmac(SECRET, timestamp + "\n" + SECRET));
    assertThat(request.path()).isEqualTo("/robot/send");
    assertThat(request.query())
        .isEqualTo(
            "access_token=KEY-1&timestamp="
                + timestamp
                + "&sign="
                + URLEncoder.encode(sign, StandardCharsets.UTF_8));
    JsonNode body = json(request.body());
    assertThat(body.path("msgtype").asText()).isEqualTo("markdown");
    assertThat(body.path("markdown").path("title").asText()).contains("晋能热电");
    assertThat(body.path("at").path("isAtAll").asBoolean(true)).isFalse();
  }

  @Test
  void feishuIsSignedWithNothingUnderTheText() throws Exception {
    send(
        ChannelKind.FEISHU,
        "{\"base\":\"%s\",\"token\":\"key\",\"secret\":\"sign\"}",
        message("x", 1));

    LocalServer.Request request = server.requests().get(0);
    long timestamp = NINE.getEpochSecond();
    assertThat(request.path()).isEqualTo("/open-apis/bot/v2/hook/KEY-1");
    JsonNode body = json(request.body());
    assertThat(body.path("timestamp").asText()).isEqualTo(Long.toString(timestamp));
    assertThat(body.path("sign").asText())
        .isEqualTo(Base64.getEncoder().encodeToString(hmac(timestamp + "\n" + SECRET, "")));
    assertThat(body.path("msg_type").asText()).isEqualTo("text");
    assertThat(body.path("content").path("text").asText()).contains("二氧化硫", "超标1.15倍");
  }

  @Test
  void aWebhookIsASignedCloudEventUnderTheMessagesId() throws Exception {
    send(ChannelKind.WEBHOOK, "{\"secret\":\"sign\"}", message(server.base() + "/hook", 2));

    LocalServer.Request request = server.requests().get(0);
    assertThat(request.header("X-event-id")).isEqualTo(ID.toString());
    assertThat(request.header("Content-type")).startsWith("application/cloudevents+json");
    assertThat(request.header("X-signature"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(hmac(SECRET, request.body())));
    JsonNode event = json(request.body());
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo(ID.toString());
    assertThat(event.path("type").asText()).isEqualTo("io.touchline.alerts.told");
    assertThat(event.path("data").path("alerts")).hasSize(2);
    JsonNode alert = event.path("data").path("alerts").get(0);
    assertThat(alert.path("multiple").asText()).isEqualTo("1.15");
    assertThat(alert.path("enterpriseCode").asText()).isEqualTo("91140000");
  }

  @Test
  void anSmsIsPostedInTheShapeThatIsSetUp() {
    send(
        ChannelKind.SMS,
        """
        {"url":"%s/sms","contentType":"application/x-www-form-urlencoded",
         "body":"to={phone}&text={text}&k={secret}","secret":"sign","taken":"ok"}""",
        message("13800000000", 1));
    send(
        ChannelKind.SMS,
        """
        {"url":"%s/sms","body":"{\\"to\\":\\"{phone}\\",\\"text\\":\\"{text}\\"}","taken":"ok"}""",
        message("13800000000", 1));

    String form = server.requests().get(0).body();
    assertThat(form).startsWith("to=13800000000&text=").endsWith("&k=" + SECRET);
    assertThat(URLDecoder.decode(form, StandardCharsets.UTF_8)).contains("近30日超标3天");
    assertThat(json(server.requests().get(1).body()).path("text").asText()).contains("太原市");
  }

  @Test
  void anEMailCarriesTheMessagesIdAndBothLanguagesCanBeRead() throws Exception {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    GreenMail mail = new GreenMail(setup);
    mail.start();
    try {
      String settings =
          "{\"host\":\"127.0.0.1\",\"port\":"
              + mail.getSmtp().getPort()
              + ",\"from\":\"touchline@example.cn\",\"security\":\"NONE\"}";
      assertThat(send(ChannelKind.EMAIL, settings, message("wang@example.cn", 1)))
          .isInstanceOf(Outcome.Delivered.class);
      MimeMessage got = mail.getReceivedMessages()[0];
      assertThat(got.getMessageID()).isEqualTo("<" + ID + "@touchline>");
      assertThat(got.getSubject()).contains("橙色", "晋能热电");
      assertThat(got.getContent().toString())
          .contains("太原市", "2026-11-20", "1号锅炉排口", "二氧化硫", "超标1.15倍", "近30日超标3天");
      assertThat(send(ChannelKind.EMAIL, settings, message("no address", 1)))
          .isInstanceOf(Outcome.Refused.class);
    } finally {
      mail.stop();
    }
    String settings =
        "{\"host\":\"127.0.0.1\",\"port\":1,\"from\":\"touchline@example.cn\",\"security\":\"NONE\"}";
    assertThat(send(ChannelKind.EMAIL, settings, message("wang@example.cn", 1)))
        .isInstanceOf(Outcome.Retry.class);
  }

  @ParameterizedTest
  @CsvSource({
    "WECOM, 200, '{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}', Retry",
    "WECOM, 200, '{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}', Refused",
    "DINGTALK, 200, '{\"errcode\":130101,\"errmsg\":\"send too fast\"}', Retry",
    "DINGTALK, 200, '{\"errcode\":310000,\"errmsg\":\"sign not match\"}', Refused",
    "FEISHU, 200, '{\"code\":9499,\"msg\":\"too many request\"}', Retry",
    "FEISHU, 200, '{\"code\":19021,\"msg\":\"sign match fail\"}', Refused",
    "FEISHU, 200, '<html>', Retry",
    "WECOM, 502, 'bad gateway', Retry",
    "WECOM, 429, 'slow down', Retry",
    "WECOM, 404, 'nothing', Refused"
  })
  void whatAServerSaysDecidesWhetherItIsTriedAgain(
      ChannelKind kind, int status, String answer, String outcome) {
    server.answers(status, answer);

    Outcome came =
        send(
            kind,
            "{\"base\":\"%s\",\"key\":\"key\",\"token\":\"key\",\"secret\":\"sign\"}",
            message("x", 1));

    assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(came.detail()).doesNotContain("KEY-1").doesNotContain(SECRET);
  }

  @Test
  void aServerThatIsAwayIsTriedAgainLaterAndLater() {
    server.goAway();
    Outcome outcome = send(ChannelKind.WECOM, "{\"base\":\"%s\",\"key\":\"key\"}", message("x", 1));

    assertThat(outcome).isInstanceOf(Outcome.Retry.class);
    assertThat(outcome.detail()).doesNotContain("KEY-1");
    Outcome.Retry plain = new Outcome.Retry("", null);
    assertThat(Deliveries.wait(1, plain)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Deliveries.wait(3, plain)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Deliveries.wait(40, plain)).isEqualTo(Duration.ofMinutes(30));
    assertThat(Deliveries.wait(1, new Outcome.Retry("", Duration.ofMinutes(10))))
        .isEqualTo(Duration.ofMinutes(10));
  }

  private Outcome send(ChannelKind kind, String settings, Message message) {
    return notifiers
        .of(kind, ChannelSettings.of("test", settings.replace("%s", server.base())))
        .send(message);
  }

  private static Message message(String address, int alerts) {
    return new Message(ID, address, Language.ZH, Collections.nCopies(alerts, alert()), NINE);
  }

  static Snapshot alert() {
    return new Snapshot(
        ID,
        Change.OPENED,
        Subject.HOUR,
        Grade.EXCEEDANCE,
        "HOUR/a21026",
        "MN1",
        "1号锅炉排口",
        "91140000",
        "晋能热电有限公司",
        "140100",
        "太原市",
        "a21026",
        NINE,
        NINE.plusSeconds(3600),
        1,
        1,
        Decimal.of("75.25"),
        "35",
        "mg/m3",
        Decimal.of("1.15"),
        3,
        null,
        null);
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  private static byte[] hmac(String key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}

package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.Json;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.Topics;
import io.touchline.ingest.door.HttpsDoorSettings;
import io.touchline.ingest.door.Jurisdiction;
import io.touchline.ingest.door.Keys;
import io.touchline.ingest.door.Platform;
import io.touchline.ingest.limit.Allowance;
import io.touchline.ingest.tls.Certificates;
import io.touchline.ingest.tls.TlsIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What platforms send over HTTPS, with a real client, over a wire to the broker that may be cut.
 */
@Timeout(180)
class HttpsDoorIT {

  private static final String KEY = "a key of the west";
  private static final String OTHER_KEY = "a key of the east";
  private static final HttpsDoorSettings.Limits LIMITS =
      new HttpsDoorSettings.Limits(
          20, 64 << 10, 1 << 20, 1_000, Duration.ofSeconds(20), Duration.ofSeconds(3));

  static {
    LeakWatch.install();
  }

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("https-" + UUID.randomUUID() + ".", 3);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  @TempDir private Path directory;
  private Gateway gateway;

  @BeforeEach
  void register() {
    broker.create(topics);
    broker.register(topics, Frames.MN, Outlets.stack(Frames.MN, Frames.PW));
  }

  @AfterEach
  void close() {
    broker.proxy().mend();
    gateway.close();
    GatewayCounters counters = gateway.counters();
    assertThat(counters.received())
        .isEqualTo(counters.accepted() + counters.quarantined() + counters.failed());
    assertThat(LeakWatch.leaks()).isEmpty();
  }

  @Test
  void eachLineGetsItsVerdictInOrderAndIsKeptAsItSays() throws Exception {
    start(LIMITS);
    byte[] good = line(Frames.qn(1));
    byte[] unknown = lineOf(Frames.minute("NOBODY", Frames.PW, Frames.qn(2)));
    byte[] damaged = good.clone();
    damaged[30] ^= 1;

    HttpResponse<String> answer =
        post(body(good, unknown, new byte[0], damaged, "no frame".getBytes(UTF_8), good), KEY);

    assertThat(answer.statusCode()).isEqualTo(200);
    List<JsonNode> verdicts = verdicts(answer);
    assertThat(verdicts)
        .extracting(verdict -> verdict.get("line").asInt() + " " + verdict.get("verdict").asText())
        .containsExactly("1 accepted", "2 rejected", "4 rejected", "5 rejected", "6 accepted");
    assertThat(verdicts.get(0).get("mn").asText()).isEqualTo(Frames.MN);
    assertThat(verdicts.get(0).has("reason")).isFalse();
    assertThat(verdicts.get(1).get("reason").asText()).isEqualTo("unknown-mn");
    assertThat(verdicts.get(1).get("detail").asText()).contains("NOBODY");
    assertThat(verdicts.get(2).get("reason").asText()).isEqualTo("bad-crc");
    assertThat(verdicts.get(3).get("reason").asText()).isEqualTo("no-header");

    List<ConsumerRecord<byte[], byte[]>> packets = broker.read(topics.packets());
    assertThat(packets).hasSize(2);
    assertThat(packets.get(0).value()).isEqualTo(good);
    assertThat(new String(packets.get(0).key(), UTF_8)).isEqualTo(Frames.MN);
    assertThat(header(packets.get(0), PacketHeaders.PEER)).isEqualTo("https:west");
    assertThat(header(packets.get(0), PacketHeaders.GATEWAY)).isEqualTo("gateway-1");
    assertThat(header(packets.get(0), PacketHeaders.POSITION)).isEqualTo("1");
    assertThat(broker.read(topics.quarantine()))
        .extracting(record -> header(record, PacketHeaders.POSITION))
        .containsExactlyInAnyOrder("2", "4", "5");
    assertThat(frames("accepted")).isEqualTo(2);
    assertThat(frames("rejected")).isEqualTo(3);
  }

  @Test
  void aPackedBodyAndEscapedBytesAreReadAsTheBytesTheyStandFor() throws Exception {
    start(LIMITS);
    byte[] good = line(Frames.qn(1));
    String escaped = new String(good, UTF_8).replace("##", "\\x23#").replace(";", "\\x3b");

    HttpResponse<String> answer =
        send(
            request(KEY)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(body(good, escaped.getBytes(UTF_8))))));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(verdicts(answer))
        .allMatch(verdict -> verdict.get("verdict").asText().equals("accepted"));
    assertThat(broker.read(topics.packets()))
        .hasSize(2)
        .allSatisfy(record -> assertThat(record.value()).isEqualTo(good));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4} {5}")
  @CsvSource({
    "POST,/v1/frames,a key nobody has,identity,401,unknown-key",
    "GET,/v1/frames,a key of the west,identity,405,wrong-method",
    "POST,/v1/other,a key of the west,identity,404,not-found",
    "POST,/v1/frames,a key of the west,br,415,wrong-encoding",
    "POST,/v1/frames,a key of the west,gzip,400,malformed"
  })
  void aRequestThatCannotBeTakenIsToldWhy(
      String method, String path, String key, String encoding, int status, String error)
      throws Exception {
    start(LIMITS);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .header("Authorization", "Bearer " + key)
            .header("Accept-Language", "en")
            .header("Content-Encoding", encoding)
            .method(method, BodyPublishers.ofByteArray(body(line(Frames.qn(1)))));

    HttpResponse<String> answer = send(request);

    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode body = Json.mapper().readTree(answer.body());
    assertThat(body.get("error").asText()).isEqualTo(error);
    assertThat(body.get("detail").asText()).isNotBlank().matches("\\p{ASCII}+");
    assertThat(broker.read(topics.packets())).isEmpty();
    assertThat(requests(error)).isEqualTo(1);
  }

  @Test
  void aPlatformSpeaksForItsOwnStationsAlone() throws Exception {
    start(LIMITS);

    assertThat(verdicts(post(body(line(Frames.qn(1))), OTHER_KEY)).get(0).get("reason").asText())
        .isEqualTo("foreign-mn");
    assertThat(broker.read(topics.packets())).isEmpty();
    assertThat(broker.read(topics.quarantine())).hasSize(1);
  }

  @Test
  void aBombALongBodyAndALongLineAreStopped() throws Exception {
    start(LIMITS);
    byte[] many =
        body(IntStream.range(0, 1_001).mapToObj(n -> "x".getBytes(UTF_8)).toArray(byte[][]::new));

    assertThat(packed(new byte[30 << 20]).statusCode()).isEqualTo(413);
    HttpResponse<String> tooLarge = packed(body(new byte[40_000], new byte[2 << 20]));
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("line-too-long").contains("2");
    assertThat(post(new byte[(64 << 10) + 1], KEY).body()).contains("too-large");
    HttpResponse<String> tooMany = post(many, KEY);
    assertThat(tooMany.statusCode()).isEqualTo(413);
    assertThat(tooMany.body()).contains("too-many-lines");
    assertThat(gateway.counters().connections()).isZero();
  }

  @Test
  void whoSendsTooMuchIsToldWhenToComeAgain() throws Exception {
    start(LIMITS);
    byte[] hundred =
        body(IntStream.range(0, 100).mapToObj(n -> line(Frames.qn(n))).toArray(byte[][]::new));

    assertThat(post(hundred, OTHER_KEY).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = post(body(line(Frames.qn(1))), OTHER_KEY);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 10L);
    assertThat(post(body(line(Frames.qn(1))), KEY).statusCode()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> post(body(line(Frames.qn(1))), OTHER_KEY).statusCode() == 200);
  }

  @Test
  void overTlsItIsTheSame() throws Exception {
    Certificates certificates = new Certificates("authority");
    TlsIdentity identity =
        Certificates.write(directory, certificates.issue("gateway"), Duration.ofSeconds(30));
    start(LIMITS, identity);
    HttpClient secured = HttpClient.newBuilder().sslContext(certificates.client(null)).build();

    HttpResponse<String> answer =
        secured.send(
            HttpRequest.newBuilder(
                    URI.create("https://127.0.0.1:" + gateway.httpsPort() + "/v1/frames"))
                .header("Authorization", "Bearer " + KEY)
                .POST(BodyPublishers.ofByteArray(body(line(Frames.qn(1)))))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(verdicts(answer)).hasSize(1);
  }

  @Test
  void manyRequestsAtOnceKeepEveryLineOnce() throws Exception {
    start(LIMITS);
    int requests = 60;
    int lines = 100;
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int request = 0; request < requests; request++) {
      int first = request * lines;
      byte[] body =
          body(
              IntStream.range(first, first + lines)
                  .mapToObj(n -> line(Frames.qn(n)))
                  .toArray(byte[][]::new));
      answers.add(
          client.sendAsync(
              request(KEY)
                  .header("Content-Encoding", "gzip")
                  .POST(BodyPublishers.ofByteArray(gzip(body)))
                  .build(),
              BodyHandlers.ofString()));
      if (answers.size() % 10 == 0) {
        // Never more at once than the door has connections for.
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
            .get(60, TimeUnit.SECONDS);
      }
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(verdicts(answer.get(60, TimeUnit.SECONDS)))
          .hasSize(lines)
          .allMatch(verdict -> verdict.get("verdict").asText().equals("accepted"));
    }
    assertThat(
            broker.read(topics.packets()).stream()
                .map(record -> Frames.qnOf(record.value()))
                .collect(Collectors.toSet()))
        .hasSize(requests * lines);
    assertThat(broker.read(topics.packets())).hasSize(requests * lines);
  }

  @Test
  void whileTheBrokerIsAwayNothingIsAnsweredAsStoredAndTheSameAgainIsTaken() throws Exception {
    start(LIMITS);
    byte[] body = body(line(Frames.qn(1)), line(Frames.qn(2)));
    assertThat(post(body(line(Frames.qn(0))), KEY).statusCode()).isEqualTo(200);

    broker.proxy().cut();
    HttpResponse<String> first = post(body, KEY);
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).hasValue("3");
    assertThat(first.body()).contains("not-stored");

    long read = gateway.counters().received();
    HttpResponse<String> refused = post(body, KEY);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(gateway.counters().inFlightBytes()).isLessThan(32 << 10);
    assertThat(gateway.counters().received()).isLessThan(read + 10);

    broker.proxy().mend();
    await().atMost(Duration.ofSeconds(60)).until(() -> post(body, KEY).statusCode() == 200);
    assertThat(
            broker.read(topics.packets()).stream()
                .map(record -> Frames.qnOf(record.value()))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Frames.qn(0), Frames.qn(1), Frames.qn(2));
  }

  @Test
  void anOrderlyCloseAnswersTheRequestWhoseBodyHasCome() throws Exception {
    start(LIMITS, null, Duration.ofSeconds(30));
    broker.proxy().cut();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            request(KEY).POST(BodyPublishers.ofByteArray(body(line(Frames.qn(1))))).build(),
            BodyHandlers.ofString());
    await().until(() -> gateway.counters().inFlight() == 1);

    Future<?> closing = CompletableFuture.runAsync(gateway::close);
    broker.proxy().mend();

    assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    closing.get(30, TimeUnit.SECONDS);
    assertThat(broker.read(topics.packets())).hasSize(1);
  }

  @Test
  void whatIsNoHttpIsAnsweredOnceAndClosed() throws Exception {
    start(LIMITS);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.httpsPort())) {
      socket.getOutputStream().write(Frames.minute(Frames.qn(1)));
      socket.setSoTimeout(20_000);

      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed");
    }
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedForForEver() throws Exception {
    start(
        new HttpsDoorSettings.Limits(
            20, 64 << 10, 1 << 20, 1_000, Duration.ofMillis(600), Duration.ofSeconds(3)));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.httpsPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /v1/frames HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                      + KEY
                      + "\r\nContent-Length: 500\r\n\r\n##0")
                  .getBytes(UTF_8));
      socket.setSoTimeout(20_000);

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 408");
    }
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), gateway.httpsPort())) {
      silent.setSoTimeout(20_000);
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  private void start(HttpsDoorSettings.Limits limits) {
    start(limits, null);
  }

  private void start(HttpsDoorSettings.Limits limits, TlsIdentity identity) {
    start(limits, identity, Duration.ofSeconds(3));
  }

  private void start(HttpsDoorSettings.Limits limits, TlsIdentity identity, Duration delivery) {
    Platform west = new Platform("west", List.of(Keys.hash(KEY)), Jurisdiction.ALL);
    Platform east =
        new Platform(
            "east",
            List.of(Keys.hash(OTHER_KEY)),
            new Jurisdiction(List.of(), List.of("620000")),
            new Allowance(10, 10),
            new Allowance(1 << 20, 1 << 20));
    GatewaySettings.Patience usual = GatewaySettings.Patience.defaults();
    Map<String, Object> kafka = new HashMap<>(broker.serversThroughProxy());
    kafka.put("reconnect.backoff.max.ms", 100);
    gateway =
        new Gateway(
            GatewaySettings.defaults()
                .withAddress("127.0.0.1", 0)
                .with(
                    new GatewaySettings.Patience(
                        usual.start(),
                        usual.idle(),
                        usual.unfinishedFrame(),
                        Duration.ofMillis(400),
                        delivery,
                        usual.drain()))
                .with(
                    GatewaySettings.Doors.NONE.with(
                        new HttpsDoorSettings(
                            "127.0.0.1", 0, identity, List.of(west, east), List.of(), limits))),
            topics,
            kafka,
            meters,
            Clock.systemUTC());
    gateway.start();
  }

  private HttpResponse<String> post(byte[] body, String key) throws Exception {
    return send(request(key).POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<String> packed(byte[] body) throws Exception {
    return send(
        request(KEY)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(gzip(body))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String key) {
    return HttpRequest.newBuilder(URI.create(base() + "/v1/frames"))
        .header("Authorization", "Bearer " + key)
        .timeout(Duration.ofSeconds(60));
  }

  private String base() {
    return "http://127.0.0.1:" + gateway.httpsPort();
  }

  private static List<JsonNode> verdicts(HttpResponse<String> answer) throws IOException {
    List<JsonNode> verdicts = new ArrayList<>();
    for (String line : answer.body().split("\n", -1)) {
      if (!line.isEmpty()) {
        verdicts.add(Json.mapper().readTree(line));
      }
    }
    return verdicts;
  }

  private double requests(String answer) {
    return meters
        .get("touchline.gateway.door.requests")
        .tags("answer", answer)
        .functionCounter()
        .count();
  }

  private double frames(String verdict) {
    return meters
        .get("touchline.gateway.door.frames")
        .tags("door", "https", "verdict", verdict)
        .functionCounter()
        .count();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return PacketHeaders.get(record.headers(), name);
  }

  /** A frame without its line break. */
  private static byte[] line(String qn) {
    return lineOf(Frames.minute(qn));
  }

  private static byte[] lineOf(byte[] frame) {
    return Arrays.copyOf(frame, frame.length - 2);
  }

  private static byte[] body(byte[]... lines) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      body.writeBytes(line);
      body.write('\n');
    }
    return body.toByteArray();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}

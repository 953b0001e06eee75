package io.touchline.alerts.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Posts to other people's servers and makes outcomes of what they say. Addresses can hold keys, so
 * no outcome repeats one.
 */
final class HttpDoor {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int LONGEST_DETAIL = 200;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Posts once.
   *
   * @param accepted what an answer of status 2xx means
   */
  Outcome post(
      String address,
      String contentType,
      String body,
      Map<String, String> headers,
      Function<String, Outcome> accepted) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(ANSWER)
              .header("Content-Type", contentType)
              .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
      headers.forEach(request::header);
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return outcome(response, accepted);
    } catch (IllegalArgumentException e) {
      return new Outcome.Refused("the address is none that can be posted to");
    } catch (IOException e) {
      return new Outcome.Retry(e.getClass().getSimpleName(), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Retry("interrupted", null);
    }
  }

  private static Outcome outcome(
      HttpResponse<String> response, Function<String, Outcome> accepted) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return accepted.apply(response.body());
    }
    String detail = "status " + status + ": " + shortened(response.body());
    boolean later = status / 100 == 5 || status == 408 || status == 425 || status == 429;
    return later
        ? new Outcome.Retry(detail, retryAfter(response).orElse(null))
        : new Outcome.Refused(detail);
  }

  private static Optional<Duration> retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL);
  }
}

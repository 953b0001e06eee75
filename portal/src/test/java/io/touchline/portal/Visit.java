package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One visitor of the pages without scripts: keeps cookies, fills in forms, follows nothing. */
final class Visit {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"(\\w+)\"");

  private final int port;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Visit(int port) {
    this.port = port;
  }

  Visit withSession(String token) {
    cookies.put("session", token);
    return this;
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).GET().build());
  }

  String body(String path) throws IOException, InterruptedException {
    HttpResponse<String> page = get(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page.body();
  }

  /** Sends a form of a page as that page gives it; fields are name, value, name, value. */
  HttpResponse<String> submit(String page, String action, String... fields)
      throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(body(page));
    assertThat(token.find()).as("a form on " + page).isTrue();
    List<String> all = new ArrayList<>(List.of("form", token.group(1)));
    all.addAll(List.of(fields));
    return post(action, all.toArray(String[]::new));
  }

  /** Sends fields without having been shown a form. */
  HttpResponse<String> post(String path, String... fields)
      throws IOException, InterruptedException {
    StringJoiner body = new StringJoiner("&");
    for (int at = 0; at < fields.length; at += 2) {
      body.add(fields[at] + "=" + URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
    }
    return send(
        request(path, "Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path.replace("\"", "%22")));
    if (headers.length > 0) {
      request.headers(headers);
    }
    StringJoiner sent = new StringJoiner("; ");
    cookies.forEach((name, value) -> sent.add(name + "=" + value));
    for (int at = 0; at < headers.length; at += 2) {
      if (headers[at].equals("Cookie")) {
        sent.add(headers[at + 1]);
      }
    }
    if (sent.length() > 0) {
      request.setHeader("Cookie", sent.toString());
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      if (!name.equals("lang")) {
        cookies.put(name, pair.substring(pair.indexOf('=') + 1));
      }
    }
    return answer;
  }
}

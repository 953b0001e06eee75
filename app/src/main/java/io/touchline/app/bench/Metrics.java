package io.touchline.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The metrics page of one gateway, read as a scraper reads it. */
final class Metrics {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI page;

  Metrics(String page) {
    this.page = URI.create(page);
  }

  /** The sum over all series of a meter whose labels hold the text. */
  double sum(String meter, String labels) {
    return read()
        .lines()
        .filter(line -> line.startsWith(meter) && line.contains(labels))
        .filter(line -> "{ ".indexOf(line.charAt(meter.length())) >= 0)
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private String read() {
    try {
      return client
          .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

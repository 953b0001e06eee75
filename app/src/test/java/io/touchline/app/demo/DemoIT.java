package io.touchline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

  @TempDir Path directory;

  @Test
  void everythingSentIsAcknowledgedKeptAndJudgedAndTheNextRunGoesOn() throws Exception {
    Path data = directory.resolve("data");
    DemoProcess first = DemoProcess.start(data, directory.resolve("first"), "--days=1");
    first.awaitLine(", live");
    assertThat(page(first.port("page")).statusCode()).isEqualTo(200);
    first.stop();
    assertThat(first.exitCode()).as(first.said()).isZero();
    assertThat(first.ofThisRun("sent")).isPositive();
    assertThat(first.ofThisRun("acknowledged")).isEqualTo(first.ofThisRun("sent"));
    assertThat(first.ofThisRun("packets")).isGreaterThanOrEqualTo(first.ofThisRun("acknowledged"));
    assertThat(first.ofThisRun("hours-judged")).isPositive();
    assertThat(first.said()).contains("Every acknowledged frame is in packets.");

    DemoProcess second =
        DemoProcess.start(data, directory.resolve("second"), "--headless", "--minutes=0.1");
    assertThat(second.exitCode()).as(second.said()).isZero();
    assertThat(second.said()).doesNotContain("http://");
    assertThat(second.inTotal("acknowledged"))
        .isEqualTo(first.inTotal("acknowledged") + second.ofThisRun("acknowledged"));
    assertThat(second.inTotal("packets"))
        .isEqualTo(first.inTotal("packets") + second.ofThisRun("packets"));
    assertThat(second.ofThisRun("sent")).isLessThan(first.ofThisRun("sent"));
    assertThat(second.inTotal("hours-judged"))
        .isGreaterThanOrEqualTo(first.inTotal("hours-judged"));
  }

  @Test
  void aKilledRunLosesNothingAndTheNextGoesOn() throws Exception {
    Path data = directory.resolve("data");
    DemoProcess killed = DemoProcess.start(data, directory.resolve("killed"), "--days=1");
    killed.awaitLine(", live");
    killed.kill();

    DemoProcess next = DemoProcess.start(data, directory.resolve("next"), "--minutes=0.3");
    assertThat(next.exitCode()).as(next.said()).isZero();
    assertThat(next.inTotal("packets")).isGreaterThanOrEqualTo(next.inTotal("acknowledged"));
    assertThat(next.inTotal("hours-judged")).isPositive();
    assertThat(next.said()).contains("Every acknowledged frame is in packets.");
  }

  @Test
  void aSecondDemoOnTheSameDirectoryIsToldSo() throws Exception {
    Path data = directory.resolve("data");
    try (DemoDirectory held = DemoDirectory.take(data, false)) {
      DemoProcess second = DemoProcess.start(held.path(), directory.resolve("second"));
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.said())
          .isEqualTo(
              "touchline: A demo is already running on "
                  + data
                  + ". Stop it first, or name another directory by --data.\n");
    }
  }

  private static HttpResponse<String> page(int port) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

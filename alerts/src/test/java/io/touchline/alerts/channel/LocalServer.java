package io.touchline.alerts.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real HTTP server on loopback that writes down what it is told; it can go away and come back.
 */
final class LocalServer implements AutoCloseable {

  /** One request. */
  record Request(String path, String query, Map<String, List<String>> headers, String body) {

    String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? null : values.get(0);
    }
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final int port;
  private volatile int status = 200;
  private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\",\"code\":0}";
  private HttpServer server;

  LocalServer() {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  private HttpServer listen(int at) {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      listening.createContext("/", this::take);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Request(
            exchange.getRequestURI().getPath(),
            exchange.getRequestURI().getRawQuery(),
            exchange.getRequestHeaders(),
            body));
    byte[] said = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  String base() {
    return "http://127.0.0.1:" + port;
  }

  List<Request> requests() {
    return requests;
  }

  void answers(int code, String body) {
    status = code;
    answer = body;
  }

  void goAway() {
    server.stop(0);
  }

  void comeBack() {
    server = listen(port);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One connection of a data logger, over a plain socket. */
final class DataLogger implements AutoCloseable {

  private final Socket socket;
  private final OutputStream out;
  private final BufferedReader in;

  DataLogger(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Over a socket that is connected, of TLS perhaps. */
  DataLogger(Socket connected) throws IOException {
    socket = connected;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    out = socket.getOutputStream();
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** The next line the gateway sends, with its line break as on the wire; null at its end. */
  String answer() throws IOException {
    String line = in.readLine();
    return line == null ? null : line + "\r\n";
  }

  /** Whether nothing comes within this time. */
  boolean hearsNothingFor(Duration duration) throws IOException {
    int usual = socket.getSoTimeout();
    socket.setSoTimeout((int) duration.toMillis());
    try {
      in.mark(1);
      int first = in.read();
      in.reset();
      return first < 0;
    } catch (SocketTimeoutException silence) {
      return true;
    } finally {
      socket.setSoTimeout(usual);
    }
  }

  /** Address and port as the gateway sees them. */
  String name() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  void sayNoMore() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

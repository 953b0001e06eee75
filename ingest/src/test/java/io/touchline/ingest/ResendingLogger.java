package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A data logger that behaves as the standard asks: it keeps what is not acknowledged and sends it
 * again when no answer comes, over a new connection.
 */
final class ResendingLogger implements Callable<Void> {

  private static final int WINDOW = 50;
  private static final int PATIENCE_MILLIS = 700;

  private final int port;
  private final Iterator<String> qns;
  private final Map<String, byte[]> unacknowledged = new LinkedHashMap<>();
  private final Set<String> acknowledged;
  private int sent;

  /**
   * A logger that sends one frame for each of these request numbers.
   *
   * @param acknowledged where it notes, live, those that were answered
   */
  ResendingLogger(int port, List<String> qns, Set<String> acknowledged) {
    this.port = port;
    this.qns = qns.iterator();
    this.acknowledged = acknowledged;
  }

  @Override
  public Void call() {
    while (qns.hasNext() || !unacknowledged.isEmpty()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        talk(socket);
      } catch (IOException noAnswer) {
        // Resent over the next connection.
      }
    }
    return null;
  }

  /** How many frames it sent, resent ones counted each time. */
  int sent() {
    return sent;
  }

  private void talk(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    for (byte[] frame : new ArrayList<>(unacknowledged.values())) {
      send(out, frame);
    }
    while (qns.hasNext() || !unacknowledged.isEmpty()) {
      while (qns.hasNext() && unacknowledged.size() < WINDOW) {
        String qn = qns.next();
        byte[] frame = Frames.minute(qn);
        unacknowledged.put(qn, frame);
        send(out, frame);
      }
      out.flush();
      String answer = in.readLine();
      if (answer == null) {
        throw new SocketTimeoutException("the gateway hung up");
      }
      String qn = Frames.qnOf(answer.getBytes(ISO_8859_1));
      unacknowledged.remove(qn);
      acknowledged.add(qn);
    }
  }

  private void send(OutputStream out, byte[] frame) throws IOException {
    out.write(frame);
    sent++;
  }
}

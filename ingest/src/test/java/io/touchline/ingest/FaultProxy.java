package io.touchline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire that can be cut: passes TCP connections on to a port of this machine, breaks them, refuses
 * new ones.
 */
final class FaultProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile boolean cut;

  FaultProxy() throws IOException {
    listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    daemon("proxy-accept", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  void forwardTo(int port) {
    target = port;
  }

  /** Breaks what is open, in the middle of whatever it says, and lets nobody in until mended. */
  void cut() {
    cut = true;
    open.forEach(FaultProxy::close);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        if (cut) {
          near.close();
        } else {
          connect(near);
        }
      } catch (IOException closedOrRefused) {
        // Closed: the loop ends. Refused: the client sees its connection end, as it should.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(near);
    open.add(far);
    daemon("proxy-up", () -> pass(near, far));
    daemon("proxy-down", () -> pass(far, near));
    if (cut) {
      close(near);
      close(far);
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException broken) {
      // Both ends are closed, which is all there is to do.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}

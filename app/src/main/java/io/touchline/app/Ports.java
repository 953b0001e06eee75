package io.touchline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on the loopback interface. */
public final class Ports {

  public static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /** A port that nobody listens on at this moment. */
  public static int free() {
    try (ServerSocket socket = bound(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A free port other than the one given. */
  public static int freeBeside(int taken) {
    int port = free();
    while (port == taken) {
      port = free();
    }
    return port;
  }

  /**
   * The port itself, once seen to be free: before anything starts is the time to say that it is
   * not.
   *
   * @param role who wants it: a key of the texts {@code role.*}
   * @throws Complaint where somebody listens there
   */
  public static int checked(int port, String role) {
    try (ServerSocket socket = bound(port)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw Complaint.because(e, "port.taken", Integer.toString(port), Texts.get("role." + role));
    }
  }

  /** Whether nobody listens there at this moment. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = bound(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket bound(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // A connection of the last run that still waits out its time is no reason to refuse.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}

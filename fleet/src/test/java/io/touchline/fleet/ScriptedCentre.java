package io.touchline.fleet;

import io.touchline.hj212.Answers;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A monitoring centre on a socket that answers, stays silent or cuts the line, as it is told, and
 * says what it is handed.
 */
public final class ScriptedCentre implements AutoCloseable {

  /** What it does with one packet. */
  public enum Reply {
    ANSWER,
    SILENCE,
    /** Closes the connection without an answer. */
    CUT,
    /** Answers, and closes the connection right after. */
    ANSWER_AND_CUT
  }

  private final ServerSocket server;
  private final Function<Packet, Reply> script;
  private final List<Packet> packets = new CopyOnWriteArrayList<>();
  private final List<Verdict.Rejected> rejected = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Dialect dialect = Dialect.STANDARD;

  public ScriptedCentre(Function<Packet, Reply> script) {
    this(0, script);
  }

  public ScriptedCentre(int port, Function<Packet, Reply> script) {
    this.script = script;
    try {
      server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public static ScriptedCentre answering() {
    return new ScriptedCentre(packet -> Reply.ANSWER);
  }

  /** How it reads from now on. */
  public void understand(Dialect other) {
    dialect = other;
  }

  /** Says something on the connection made last. */
  public void say(byte[] frame) {
    say(sockets.get(sockets.size() - 1), frame);
  }

  /** Says something on every connection. */
  public void sayToAll(byte[] frame) {
    sockets.forEach(socket -> say(socket, frame));
  }

  private static void say(Socket socket, byte[] frame) {
    try {
      socket.getOutputStream().write(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** Every accepted packet in order of arrival, repeats too. */
  public List<Packet> packets() {
    return packets;
  }

  public Stream<Packet> packets(String commandCode) {
    return packets.stream().filter(packet -> packet.cn().equals(commandCode));
  }

  public List<Verdict.Rejected> rejected() {
    return rejected;
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        sockets.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    FrameScanner scanner = new FrameScanner();
    FrameDecoder decoder = new FrameDecoder();
    byte[] buffer = new byte[1 << 20];
    int filled = 0;
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      for (int read = in.read(buffer); read > 0; read = in.read(buffer, filled, 1 << 16)) {
        filled += read;
        int at = 0;
        while (true) {
          Scan scan = scanner.next(buffer, at, filled, false);
          if (scan instanceof Scan.Frame frame) {
            at = frame.to();
            if (!answer(decoder.decode(frame.copyOf(buffer), false, dialect), out)) {
              return;
            }
          } else if (scan instanceof Scan.NeedMore more) {
            filled -= more.keepFrom();
            System.arraycopy(buffer, more.keepFrom(), buffer, 0, filled);
            break;
          } else {
            throw new IllegalStateException("bytes that are no frame: " + scan);
          }
        }
      }
    } catch (IOException gone) {
      // the logger went away, or the test closed the centre
    }
  }

  private boolean answer(Verdict verdict, OutputStream out) throws IOException {
    if (verdict instanceof Verdict.Rejected refused) {
      rejected.add(refused);
      return true;
    }
    Packet packet = ((Verdict.Accepted) verdict).packet();
    packets.add(packet);
    Reply reply = script.apply(packet);
    if (reply == Reply.ANSWER || reply == Reply.ANSWER_AND_CUT) {
      Optional<byte[]> answer = Answers.to(packet);
      if (answer.isPresent()) {
        out.write(answer.get());
      }
    }
    return reply == Reply.ANSWER || reply == Reply.SILENCE;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-centre");
    thread.setDaemon(true);
    thread.start();
  }

  /** A port on which nobody listens just now. */
  public static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "ScriptedCentre" + Arrays.asList(address(), packets.size());
  }
}

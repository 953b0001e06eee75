package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4Key;
import io.touchline.hj212.Verdict;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A data logger that hears what the centre asks, and does with it what the test says. */
final class CommandedLogger implements AutoCloseable {

  private static final FrameDecoder DECODER = new FrameDecoder();

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;
  private final List<Packet> requests = new CopyOnWriteArrayList<>();
  private final List<Packet> answers = new CopyOnWriteArrayList<>();
  private final Thread reader = new Thread(this::read, "logger");
  private volatile Consumer<Packet> script = request -> {};
  private volatile List<Sm4Key> keys = List.of();

  CommandedLogger(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
    reader.setDaemon(true);
    reader.start();
  }

  /** What it does when it is asked something, on the thread that reads. */
  CommandedLogger on(Consumer<Packet> script) {
    this.script = script;
    return this;
  }

  void knows(Sm4Key... others) {
    keys = List.of(others);
  }

  /** All that was asked of it so far, resent requests each time. */
  List<Packet> requests() {
    return requests;
  }

  /** The 9013 and 9014 that came so far. */
  List<Packet> answers() {
    return answers;
  }

  synchronized void send(byte[] frame) {
    try {
      out.write(frame);
      out.flush();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 9011 and 9012 as the standard has them. */
  void does(Packet request) {
    says(request, "9011", "QnRtn", "1");
    says(request, "9012", "ExeRtn", "1");
  }

  void says(Packet request, String cn, String name, String value) {
    send(answer(request, "91", cn, request.flag() & ~3).item(name, value).toFrame());
  }

  static PacketWriter answer(Packet request, String st, String cn, int flag) {
    return new PacketWriter()
        .qn(request.qn())
        .st(st)
        .cn(cn)
        .pw(request.pw())
        .mn(request.mn())
        .flag(flag);
  }

  private void read() {
    try {
      while (true) {
        byte[] frame = frame();
        Dialect dialect = new Dialect(CheckMode.STANDARD, LengthMode.EXACT, keys);
        Verdict verdict = DECODER.decode(frame, false, dialect);
        if (!(verdict instanceof Verdict.Accepted accepted)) {
          throw new IllegalStateException("the centre sent no packet: " + verdict);
        }
        Packet packet = accepted.packet();
        if (packet.cn().startsWith("9")) {
          answers.add(packet);
        } else {
          requests.add(packet);
          script.accept(packet);
        }
      }
    } catch (IOException ended) {
      // The connection is over.
    }
  }

  /** By the length field alone: cipher text may hold anything. */
  private byte[] frame() throws IOException {
    byte[] head = new byte[6];
    in.readFully(head);
    int length = Integer.parseInt(new String(head, 2, 4, US_ASCII));
    byte[] frame = new byte[6 + length + 6];
    System.arraycopy(head, 0, frame, 0, 6);
    in.readFully(frame, 6, length + 6);
    return frame;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.touchline.fleet.misbehaviour.Wire;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Hands frames to the line as the logger does, in order. On the event loop. */
final class FrameFeed {

  /** Between the two halves of a frame that is cut, so that they arrive apart. */
  private static final long PAUSE_MILLIS = 20;

  /** After it a frame without a second one to go with goes alone. */
  private static final long LONELY_MILLIS = 200;

  private final LoggerConnection connection;
  private final Wire wire;
  private final EventLoop loop;
  private final Queue<byte[]> held = new ArrayDeque<>();
  private boolean pausing;
  private int cut;

  FrameFeed(LoggerConnection connection, Wire wire, EventLoop loop) {
    this.connection = connection;
    this.wire = wire;
    this.loop = loop;
  }

  void write(byte[] frame) {
    switch (wire) {
      case FRAMES -> connection.write(frame);
      case BYTES -> writeBytes(frame);
      case CUT -> {
        held.add(frame);
        writeCut();
      }
      case PAIRS -> {
        held.add(frame);
        writePair();
      }
    }
  }

  private void writeBytes(byte[] frame) {
    for (byte one : frame) {
      connection.write(new byte[] {one});
      connection.flush();
    }
  }

  private void writeCut() {
    if (pausing || held.isEmpty()) {
      return;
    }
    byte[] frame = held.remove();
    cut = cut % (frame.length - 1) + 1;
    connection.write(Arrays.copyOf(frame, cut));
    connection.flush();
    pausing = true;
    byte[] rest = Arrays.copyOfRange(frame, cut, frame.length);
    Future<?> unused =
        loop.schedule(
            () -> {
              pausing = false;
              connection.write(rest);
              connection.flush();
              writeCut();
            },
            PAUSE_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private void writePair() {
    if (held.size() >= 2) {
      writeHeld();
    } else {
      Future<?> unused = loop.schedule(this::writeHeld, LONELY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void writeHeld() {
    ByteArrayOutputStream together = new ByteArrayOutputStream();
    while (!held.isEmpty()) {
      together.writeBytes(held.remove());
    }
    if (together.size() > 0) {
      connection.write(together.toByteArray());
      connection.flush();
    }
  }
}

package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.fleet.misbehaviour.Habits.Spoken;
import io.touchline.fleet.misbehaviour.Occasion;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4;
import io.touchline.hj212.Sm4Key;
import java.util.List;

/** From what is to be said to bytes on the line, bad habits included. On the event loop. */
final class Outbox {

  private final LoggerConnection connection;
  private final Device device;
  private final Habits habits;
  private final FrameFeed feed;

  Outbox(LoggerConnection connection, Device device, Habits habits, EventLoop loop) {
    this.connection = connection;
    this.device = device;
    this.habits = habits;
    this.feed = new FrameFeed(connection, habits.wire(), loop);
  }

  /** The frames that a packet makes, enciphered where its command code is and there is a key. */
  Spoken spoken(PacketWriter packet, String commandCode, Occasion occasion) {
    Sm4Key key = Sm4.appliesTo(commandCode) ? device.configuration().key() : null;
    return habits.spoken(packet.toSegment(), occasion, key);
  }

  /** Leaves frames to the line; {@link #flush} sends them off. Without a line they are lost. */
  void write(List<byte[]> frames) {
    frames.forEach(feed::write);
  }

  /** At once. */
  void say(PacketWriter packet, String commandCode, Occasion occasion) {
    write(spoken(packet, commandCode, occasion).frames());
    flush();
  }

  void flush() {
    connection.flush();
  }

  boolean takesMore() {
    return connection.takesMore();
  }
}

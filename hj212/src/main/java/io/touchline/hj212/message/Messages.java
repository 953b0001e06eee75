package io.touchline.hj212.message;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Parameters;

/** From packets to messages. Pure; every packet gives a message. */
public final class Messages {

  private Messages() {}

  /** What a packet says, by its command code, its edition and the way it went. */
  public static Message of(Packet packet, Direction direction) {
    return of(packet.cn(), direction, packet.edition(), packet.parameters());
  }

  /** As {@link #of(Packet, Direction)}, of the parts that it looks at. */
  public static Message of(String cn, Direction direction, Edition edition, Parameters parameters) {
    return MessageType.find(cn, direction, edition, parameters.has(Fields.BEGIN_TIME.name()))
        .<Message>map(type -> type.message(parameters))
        .orElseGet(() -> new Unknown(cn, parameters));
  }
}

package io.touchline.ingest;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Verdict;
import java.util.Optional;

/**
 * Says of each piece whether it is a frame of a registered station, and if not, why. It looks at
 * the header fields and no further: what the factors mean can be put right and replayed later.
 */
@Sharable
final class FrameChecker extends ChannelInboundHandlerAdapter {

  private final FrameDecoder decoder = new FrameDecoder();
  private final Stations stations;

  FrameChecker(Stations stations) {
    this.stations = stations;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object piece) {
    ctx.fireChannelRead(check((Piece) piece));
  }

  Checked check(Piece piece) {
    if (piece instanceof Piece.Garbage garbage) {
      return new Checked.Bad(piece, null, QuarantineReason.of(garbage.reason()), detail(garbage));
    }
    Verdict verdict = decoder.decode(piece.bytes());
    if (verdict instanceof Verdict.Rejected rejected) {
      return new Checked.Bad(
          piece, null, QuarantineReason.of(rejected.reason()), rejected.detail());
    }
    return checkSender(piece, ((Verdict.Accepted) verdict).packet());
  }

  private Checked checkSender(Piece piece, Packet packet) {
    String mn = packet.mn();
    if (mn.isEmpty()) {
      return new Checked.Nameless(piece, packet, HardwareSerials.of(packet));
    }
    Optional<Station> station = stations.find(mn);
    if (station.isEmpty()) {
      return new Checked.Bad(
          piece,
          mn,
          QuarantineReason.UNKNOWN_MN,
          "no outlet with MN " + mn + " is registered; import it into the registry");
    }
    if (!station.get().takes(packet.pw())) {
      return new Checked.Bad(
          piece,
          mn,
          QuarantineReason.WRONG_PASSWORD,
          "MN " + mn + " is registered with another password; set it in the logger or registry");
    }
    return new Checked.Good(piece, packet);
  }

  private static String detail(Piece.Garbage garbage) {
    String reason = garbage.reason().en();
    return garbage.parts() == 1
        ? reason
        : reason + "; part " + garbage.part() + " of " + garbage.parts();
  }
}

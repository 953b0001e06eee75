package io.touchline.ingest;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Verdict;
import io.touchline.hj212.Verdict.Accepted;
import io.touchline.hj212.Verdict.Rejected;
import java.util.Optional;

/**
 * Says of each piece whether it is a frame of a registered station, and if not, why. It looks at
 * the header fields and no further: what the factors mean can be put right and replayed later.
 *
 * <p>A frame is read by the standard first, and where that fails in the dialect registered for the
 * MN in its header. So one port serves all editions and dialects, and a logger that is mended is
 * understood at once.
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
    return verdict instanceof Accepted accepted
        ? checkSender(piece, accepted)
        : checkInDialect(piece, (Rejected) verdict);
  }

  private Checked checkInDialect(Piece piece, Rejected byTheStandard) {
    String mn = FrameDecoder.mnOf(piece.bytes());
    Station station = mn.isEmpty() ? null : stations.find(mn).orElse(null);
    if (station == null || station.decoding().isStandard()) {
      return rejected(piece, mn, station, byTheStandard);
    }
    Verdict verdict = decoder.decode(piece.bytes(), false, station.decoding());
    return verdict instanceof Accepted accepted
        ? checkSender(piece, accepted)
        : rejected(piece, mn, station, (Rejected) verdict);
  }

  /** The header of a frame that is not right is believed where it names a registered station. */
  private static Checked rejected(Piece piece, String mn, Station station, Rejected rejected) {
    Checked.Sender sender = mn.isEmpty() ? null : Rejects.senderOf(mn, piece.bytes(), rejected);
    QuarantineReason reason = QuarantineReason.of(rejected.reason());
    return station == null
        ? new Checked.Bad(piece, null, reason, rejected.detail(), sender)
        : new Checked.Bad(piece, mn, reason, Rejects.detail(rejected, station, sender), sender);
  }

  private Checked checkSender(Piece piece, Accepted accepted) {
    Packet packet = accepted.packet();
    String mn = packet.mn();
    if (mn.isEmpty()) {
      return new Checked.Nameless(piece, packet, HardwareSerials.of(packet));
    }
    Manner manner = Manner.of(accepted.departures());
    Optional<Station> station = stations.find(mn);
    if (station.isEmpty()) {
      return new Checked.Bad(
          piece,
          mn,
          QuarantineReason.UNKNOWN_MN,
          "no outlet with MN " + mn + " is registered; import it into the registry",
          new Checked.Sender(mn, packet, manner));
    }
    if (!station.get().takes(packet.pw())) {
      return new Checked.Bad(
          piece,
          mn,
          QuarantineReason.WRONG_PASSWORD,
          "MN " + mn + " is registered with another password; set it in the logger or registry",
          new Checked.Sender(mn, packet, manner));
    }
    return new Checked.Good(piece, packet, station.get(), manner);
  }

  private static String detail(Piece.Garbage garbage) {
    String reason = garbage.reason().en();
    return garbage.parts() == 1
        ? reason
        : reason + "; part " + garbage.part() + " of " + garbage.parts();
  }
}

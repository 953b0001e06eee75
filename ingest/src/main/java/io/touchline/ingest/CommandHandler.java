package io.touchline.ingest;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Verdict;
import io.touchline.ingest.command.CommandDesk;

/** Takes what is settled to where commands are dealt with. The last to look at a piece. */
@Sharable
final class CommandHandler extends ChannelInboundHandlerAdapter {

  private final CommandDesk desk;
  private final FrameDecoder decoder = new FrameDecoder();

  CommandHandler(CommandDesk desk) {
    this.desk = desk;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    Settled settled = (Settled) message;
    Checked checked = settled.checked();
    if (checked instanceof Checked.Good good) {
      desk.hear(good.packet(), settled.stored());
    } else if (checked instanceof Checked.Nameless nameless) {
      desk.hearNameless(nameless.packet(), nameless.serials(), ctx.channel(), settled.stored());
    } else if (checked instanceof Checked.Bad bad
        && bad.reason() == QuarantineReason.WRONG_PASSWORD
        && desk.expectsOtherPassword(bad.mn(), ctx.channel())
        && decoder.decode(bad.piece().bytes()) instanceof Verdict.Accepted accepted) {
      desk.hearAnswer(accepted.packet());
    }
  }
}

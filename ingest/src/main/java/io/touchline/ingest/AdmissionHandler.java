package io.touchline.ingest;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Lets a connection in or closes it before anything is read. The handlers behind it never hear of
 * one that was not let in.
 */
final class AdmissionHandler extends ChannelInboundHandlerAdapter {

  private final Admission admission;
  private final OpenConnections connections;
  private final GatewayMeters meters;
  private InetAddress admitted;

  AdmissionHandler(Admission admission, OpenConnections connections, GatewayMeters meters) {
    this.admission = admission;
    this.connections = connections;
    this.meters = meters;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (!(ctx.channel().remoteAddress() instanceof InetSocketAddress peer)) {
      // It was gone before we looked.
      Farewell.atOnce(ctx);
      return;
    }
    Admission.Decision decision = admission.enter(peer.getAddress());
    if (decision == Admission.Decision.ADMITTED) {
      admitted = peer.getAddress();
      connections.add(ctx.channel());
      ctx.fireChannelActive();
    } else {
      meters.refused(decision);
      Farewell.atOnce(ctx);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (admitted != null) {
      admission.leave(admitted);
      ctx.fireChannelInactive();
    }
  }
}

package io.touchline.ingest;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;

/** Tells of one connection and its pieces to those who keep watch over the stations. */
final class LinkHandler extends ChannelInboundHandlerAdapter {

  private final StationWatch watch;
  private LoggerConnection connection;

  LinkHandler(StationWatch watch) {
    this.watch = watch;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    boolean encrypted = ctx.pipeline().get(SslHandler.class) != null;
    connection =
        watch.opened(ctx.channel(), Evidence.peer(ctx.channel().remoteAddress()), encrypted);
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    watch.heard((Checked) message, connection);
    ctx.fireChannelRead(message);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ctx.fireChannelInactive();
    if (connection != null) {
      watch.closed(connection);
      connection = null;
    }
  }
}

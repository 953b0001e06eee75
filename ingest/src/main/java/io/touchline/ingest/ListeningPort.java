package io.touchline.ingest;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;

/** One port on which the gateway listens. */
final class ListeningPort implements AutoCloseable {

  private final Channel channel;

  private ListeningPort(Channel channel) {
    this.channel = channel;
  }

  /**
   * Listens from now on.
   *
   * @param port 0 takes a free one
   * @throws GatewayStartException when the address cannot be had
   */
  static ListeningPort open(
      EventLoopGroup loops, String host, int port, ChannelInitializer<SocketChannel> connections)
      throws InterruptedException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            // Reading is turned on once the connection is let in.
            .childOption(ChannelOption.AUTO_READ, false)
            // A logger that has said all it has to say still gets its answers.
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(512, 2048, 16 * 1024))
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(16 * 1024, 64 * 1024))
            .childHandler(connections)
            .bind(host, port)
            .await();
    if (!bound.isSuccess()) {
      throw new GatewayStartException(
          GatewayStartException.Fault.ADDRESS_NOT_FREE, host + ":" + port);
    }
    return new ListeningPort(bound.channel());
  }

  int number() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Accepts no more; what is open stays. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }
}

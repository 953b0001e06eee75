package io.touchline.fleet.logger;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.Packet;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP line to the monitoring centre that comes back when it breaks, with back-off, until closed.
 *
 * <p>All methods but {@link #link} are called on the event loop, and the listener is called there.
 */
// A write or close that fails ends the connection, and the end is what is handled.
@SuppressWarnings("FutureReturnValueIgnored")
final class LoggerConnection {

  /** Who uses the line. */
  interface Listener {
    /** Connected, for the first time or anew: nothing sent before is known to have arrived. */
    void connected(boolean anew);

    /** A packet of the centre came, of any kind. */
    void heard(Packet packet);

    /** The line takes bytes again after {@link LoggerConnection#takesMore} said no. */
    void takesMoreAgain();
  }

  private static final Logger LOG = LoggerFactory.getLogger(LoggerConnection.class);
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final InetSocketAddress centre;
  private final DeliverySettings settings;
  private final EventLoop loop;
  private final Supplier<Dialect> dialect;
  private final Listener listener;
  private volatile Link link = new Link.Down(0, "");
  private Channel channel;
  private int failures;
  private boolean connectedBefore;

  LoggerConnection(
      InetSocketAddress centre,
      DeliverySettings settings,
      EventLoop loop,
      Supplier<Dialect> dialect,
      Listener listener) {
    this.centre = centre;
    this.settings = settings;
    this.loop = loop;
    this.dialect = dialect;
    this.listener = listener;
  }

  /** May be read from any thread. */
  Link link() {
    return link;
  }

  void open() {
    if (link instanceof Link.Closed) {
      return;
    }
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
        .handler(new LoggerInitializer())
        .connect(centre)
        .addListener((ChannelFuture attempt) -> attempted(attempt));
  }

  boolean takesMore() {
    return channel != null && channel.isWritable();
  }

  /** Leaves the bytes to the line; {@link #flush} sends them off. Without a line they are lost. */
  void write(byte[] frame) {
    if (channel != null) {
      channel.write(Unpooled.wrappedBuffer(frame), channel.voidPromise());
    }
  }

  void flush() {
    if (channel != null) {
      channel.flush();
    }
  }

  /** Gives this connection up as dead and makes another. */
  void renew() {
    if (channel != null) {
      channel.close();
    }
  }

  void close() {
    link = new Link.Closed();
    renew();
  }

  private void attempted(ChannelFuture attempt) {
    if (!attempt.isSuccess()) {
      lost(String.valueOf(attempt.cause().getMessage()));
    } else if (link instanceof Link.Closed) {
      attempt.channel().close();
    } else {
      channel = attempt.channel();
      link = new Link.Up();
      boolean anew = connectedBefore;
      connectedBefore = true;
      listener.connected(anew);
    }
  }

  private void lost(String why) {
    channel = null;
    if (link instanceof Link.Closed) {
      return;
    }
    failures++;
    link = new Link.Down(failures, why);
    long wait = settings.backOff(failures).toMillis();
    LOG.atDebug()
        .addKeyValue("centre", centre)
        .addKeyValue("failures", failures)
        .addKeyValue("retryInMs", wait)
        .log("Line lost: {}", why);
    loop.schedule(this::open, wait, TimeUnit.MILLISECONDS);
  }

  /** The handlers of a line, in order. */
  private final class LoggerInitializer extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel line) {
      line.pipeline().addLast(new PacketReader(dialect)).addLast(new PacketHandler());
    }
  }

  private final class PacketHandler extends SimpleChannelInboundHandler<Packet> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, Packet packet) {
      failures = 0;
      listener.heard(packet);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
      if (context.channel() == channel && takesMore()) {
        listener.takesMoreAgain();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (context.channel() == channel) {
        lost("the centre closed the connection, or did not answer");
      }
    }

    /** A reset shows as an exception first and as an end right after; the end does the work. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      LOG.atDebug().addKeyValue("centre", centre).log("Line broke: {}", cause.getMessage());
      context.close();
    }
  }
}

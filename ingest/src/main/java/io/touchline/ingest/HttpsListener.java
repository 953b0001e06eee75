package io.touchline.ingest;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.touchline.ingest.door.FramesHandler;
import io.touchline.ingest.door.HttpsDoor;
import io.touchline.ingest.door.HttpsDoorSettings;
import io.touchline.ingest.limit.Allowance;
import io.touchline.ingest.tls.LiveTls;
import java.time.Duration;
import java.util.Optional;

/** The HTTPS door, open. {@link #initChannel} is the map of one of its connections. */
final class HttpsListener extends ChannelInitializer<SocketChannel> implements AutoCloseable {

  private static final Allowance OPENING = new Allowance(20, 200);

  private final HttpsDoor door;
  private final Optional<LiveTls> tls;
  private final Admission admission;
  private final OpenConnections connections;
  private final Duration slowReader;
  private final GatewayMeters meters;
  private ListeningPort port;

  private HttpsListener(
      HttpsDoor door,
      Optional<LiveTls> tls,
      Admission admission,
      OpenConnections connections,
      Duration slowReader,
      GatewayMeters meters) {
    this.door = door;
    this.tls = tls;
    this.admission = admission;
    this.connections = connections;
    this.slowReader = slowReader;
    this.meters = meters;
  }

  /**
   * Opens it.
   *
   * @throws GatewayStartException when a file cannot be used or the address not be had
   */
  static HttpsListener open(
      HttpsDoorSettings settings,
      HttpsDoor door,
      EventLoopGroup loops,
      OpenConnections connections,
      Duration slowReader,
      GatewayMeters meters)
      throws InterruptedException {
    int most = settings.limits().connections();
    HttpsListener listener =
        new HttpsListener(
            door,
            settings.identity().map(identity -> TlsDoor.load(identity, Optional.empty())),
            new Admission(
                new GatewaySettings.Connections(most, most, OPENING, settings.networks())),
            connections,
            slowReader,
            meters);
    try {
      listener.port = ListeningPort.open(loops, settings.host(), settings.port(), listener);
      return listener;
    } catch (RuntimeException | InterruptedException e) {
      listener.close();
      throw e;
    }
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    FramesHandler frames = new FramesHandler(door);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast("admission", new AdmissionHandler(admission, connections, meters));
    tls.ifPresent(live -> pipeline.addLast("tls", live.handler(channel.alloc())));
    pipeline.addLast("slow-reader", new SlowReader(slowReader, meters));
    pipeline.addLast("http", new HttpServerCodec());
    pipeline.addLast("finish", new Finish(frames));
    pipeline.addLast("frames", frames);
    pipeline.addLast("last-resort", new LastResort(meters));
  }

  int port() {
    return port.number();
  }

  @Override
  public void close() {
    if (port != null) {
      port.close();
    }
    tls.ifPresent(LiveTls::close);
  }

  /** Passes on the word that all connections are to end. */
  private static final class Finish extends ChannelInboundHandlerAdapter {
    private final FramesHandler frames;

    Finish(FramesHandler frames) {
      this.frames = frames;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event == PublishHandler.FINISH) {
        frames.finish();
      } else {
        ctx.fireUserEventTriggered(event);
      }
    }
  }
}

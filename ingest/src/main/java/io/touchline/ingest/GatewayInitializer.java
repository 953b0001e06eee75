package io.touchline.ingest;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.touchline.hj212.FrameScanner;
import io.touchline.ingest.tls.LiveTls;
import java.util.Optional;

/** The map of a connection: what happens to its bytes, in order. */
final class GatewayInitializer extends ChannelInitializer<SocketChannel> {

  private final GatewaySettings settings;
  private final OpenConnections connections;
  private final Admission admission;
  private final Backpressure backpressure;
  private final FrameChecker checker;
  private final StationWatch watch;
  private final Evidence evidence;
  private final EvidenceWriter writer;
  private final CommandHandler commands;
  private final GatewayMeters meters;
  private final Doorkeeper doorkeeper;
  private final Optional<Tls> tls;

  /** TLS of a port, and whether its clients' certificates name the MNs they may speak for. */
  record Tls(LiveTls live, boolean certificatesNameStations) {}

  GatewayInitializer(
      GatewaySettings settings,
      OpenConnections connections,
      Admission admission,
      Backpressure backpressure,
      FrameChecker checker,
      StationWatch watch,
      Evidence evidence,
      EvidenceWriter writer,
      CommandHandler commands,
      GatewayMeters meters,
      Doorkeeper doorkeeper,
      Optional<Tls> tls) {
    this.settings = settings;
    this.connections = connections;
    this.admission = admission;
    this.backpressure = backpressure;
    this.checker = checker;
    this.watch = watch;
    this.evidence = evidence;
    this.writer = writer;
    this.commands = commands;
    this.meters = meters;
    this.doorkeeper = doorkeeper;
    this.tls = tls;
  }

  /** The same over TLS. */
  GatewayInitializer over(Tls secured) {
    return new GatewayInitializer(
        settings,
        connections,
        admission,
        backpressure,
        checker,
        watch,
        evidence,
        writer,
        commands,
        meters,
        doorkeeper,
        Optional.of(secured));
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    ReadGate gate = new ReadGate(backpressure, settings.inFlight().perConnection(), meters);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast("admission", new AdmissionHandler(admission, connections, meters));
    tls.ifPresent(
        secured -> {
          pipeline.addLast("tls", secured.live().handler(channel.alloc()));
          pipeline.addLast("tls-closure", new TlsClosure());
        });
    pipeline.addLast("gate", gate);
    pipeline.addLast("slow-reader", new SlowReader(settings.patience().slowReader(), meters));
    pipeline.addLast("idle", new IdleTimeout(settings.patience().idle(), gate, meters));
    pipeline.addLast(
        "splitter",
        new FrameSplitter(new FrameScanner(), settings.patience().unfinishedFrame(), meters));
    pipeline.addLast("checker", checker);
    pipeline.addLast(
        "vetting",
        new VettingHandler(
            doorkeeper, tls.map(Tls::certificatesNameStations).orElse(false), gate, meters));
    pipeline.addLast("links", new LinkHandler(watch));
    pipeline.addLast("publisher", new PublishHandler(evidence, writer, backpressure, gate, meters));
    pipeline.addLast("commands", commands);
    pipeline.addLast("last-resort", new LastResort(meters));
  }
}

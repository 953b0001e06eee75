package io.touchline.ingest;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import io.touchline.ingest.limit.Origin;
import io.touchline.ingest.tls.CertifiedNames;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Carries out what {@link Vetting} finds of a connection. Too many wrong pieces, or too long
 * without a right one, and it is closed; too much for quarantine, and it is not read for a while.
 * Whatever was read goes on down the pipeline first, so nothing is lost by either.
 */
final class VettingHandler extends ChannelInboundHandlerAdapter {

  private final Doorkeeper doorkeeper;
  private final boolean certificatesNameStations;
  private final ReadGate gate;
  private final GatewayMeters meters;

  private Vetting vetting;
  private Future<?> alarm;
  private boolean sentAway;

  VettingHandler(
      Doorkeeper doorkeeper,
      boolean certificatesNameStations,
      ReadGate gate,
      GatewayMeters meters) {
    this.doorkeeper = doorkeeper;
    this.certificatesNameStations = certificatesNameStations;
    this.gate = gate;
    this.meters = meters;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    // Admission lets in none without an address.
    InetSocketAddress peer = (InetSocketAddress) ctx.channel().remoteAddress();
    vetting = new Vetting(doorkeeper, Origin.of(peer.getAddress()));
    setAlarm(ctx);
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    Checked vetted = vetting.vet((Checked) message);
    ctx.fireChannelRead(vetted);
    if (vetted instanceof Checked.Good) {
      stopAlarm();
      return;
    }
    long rest = vetting.restAfter(vetted);
    if (rest > 0 && gate.rest(rest)) {
      meters.rested();
    }
    if (vetting.isTooStrange()) {
      sendAway(ctx);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (certificatesNameStations
        && event instanceof SslHandshakeCompletionEvent handshake
        && handshake.isSuccess()) {
      vetting.certifiedFor(CertifiedNames.ofPeer(ctx.pipeline()));
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    stopAlarm();
    ctx.fireChannelInactive();
  }

  private void setAlarm(ChannelHandlerContext ctx) {
    long nanos = doorkeeper.limits().patience().toNanos();
    alarm = ctx.executor().schedule(() -> ring(ctx), nanos, TimeUnit.NANOSECONDS);
  }

  private void stopAlarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  private void ring(ChannelHandlerContext ctx) {
    if (gate.pausedByUs()) {
      // Whom we do not read cannot show anything.
      setAlarm(ctx);
    } else {
      sendAway(ctx);
    }
  }

  private void sendAway(ChannelHandlerContext ctx) {
    if (!sentAway) {
      sentAway = true;
      meters.closed(GatewayMeters.Closing.STRANGER);
      ctx.fireUserEventTriggered(PublishHandler.FINISH);
    }
  }
}

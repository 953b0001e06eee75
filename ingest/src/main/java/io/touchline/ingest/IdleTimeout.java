package io.touchline.ingest;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that says nothing for too long, so that half-dead ones do not use up the
 * limit. One whose reads we paused ourselves is not silent: we are deaf.
 */
final class IdleTimeout extends IdleStateHandler {

  private final ReadGate gate;
  private final GatewayMeters meters;

  IdleTimeout(Duration patience, ReadGate gate, GatewayMeters meters) {
    super(patience.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
    this.gate = gate;
    this.meters = meters;
  }

  @Override
  protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
    if (!gate.pausedByUs()) {
      meters.closed(GatewayMeters.Closing.IDLE);
      Farewell.atOnce(ctx);
    }
  }
}

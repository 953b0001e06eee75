package io.touchline.ingest;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What no handler caught. A broken connection is everyday, and so is one that means something else
 * than we do by TLS; anything else is a fault of ours, told with its place. Either way the
 * connection is closed: the logger comes again and resends what was not acknowledged.
 */
final class LastResort extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

  private final GatewayMeters meters;
  private boolean told;

  LastResort(GatewayMeters meters) {
    this.meters = meters;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!told) {
      told = true;
      tell(ctx, cause);
    }
    Farewell.atOnce(ctx);
  }

  /** The first failure alone: it closes the connection, and what fails after it follows from it. */
  private void tell(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof SSLException || cause.getCause() instanceof SSLException) {
      meters.closed(GatewayMeters.Closing.TLS);
    } else if (cause instanceof IOException) {
      meters.closed(GatewayMeters.Closing.BROKEN);
    } else {
      meters.closed(GatewayMeters.Closing.FAULT);
      LOG.atError()
          .addKeyValue("peer", ctx.channel().remoteAddress())
          .setCause(cause)
          .log("a handler failed; the connection is closed");
    }
  }
}

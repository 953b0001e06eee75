package io.touchline.ingest.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * {@code POST /v1/frames} over one connection: one request after the other, each answered when the
 * broker has every one of its lines. The body is cut and checked as it comes and never held; while
 * too much of it is on its way to Kafka the connection is not read. On its event loop.
 *
 * <p>A request that is refused ends its connection, so that nobody has to take in the rest of it.
 */
public final class FramesHandler extends SimpleChannelInboundHandler<HttpObject> {

  static final String PATH = "/v1/frames";

  private static final long IN_FLIGHT_HIGH = 256 * 1024;
  private static final long LOOK_AGAIN_MILLIS = 100;
  private static final long LINGER_MILLIS = 1_000;

  private final HttpsDoor door;

  private ChannelHandlerContext ctx;
  private Exchange exchange;
  private Replies replies;
  private Future<?> alarm;
  private boolean lookingAgain;
  private boolean leaving;

  public FramesHandler(HttpsDoor door) {
    this.door = door;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    this.ctx = ctx;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.channel().config().setAutoRead(true);
    awaitRequest();
    ctx.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    setAlarm(null);
    leaving = true;
    forget();
    ctx.fireChannelInactive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
    if (leaving) {
      return;
    }
    if (message.decoderResult().isFailure()) {
      refuse(new BodyException(Answer.MALFORMED));
      return;
    }
    if (message instanceof HttpRequest request) {
      begin(request);
    }
    if (message instanceof HttpContent content && exchange != null) {
      exchange.body(content.content());
      if (message instanceof LastHttpContent) {
        exchange.end();
      }
      reconsider();
    }
  }

  private void begin(HttpRequest request) {
    if (exchange != null) {
      // A second one before the first is answered: it gets no answer and is to be sent again.
      replies.endAfterThis();
      return;
    }
    replies = new Replies(ctx, request);
    Optional<Platform> platform =
        door.keys().find(request.headers().get(HttpHeaderNames.AUTHORIZATION));
    BodyException refusal = refusal(request, platform);
    if (refusal != null) {
      refuse(refusal);
      return;
    }
    boolean packed = request.headers().contains(HttpHeaderNames.CONTENT_ENCODING, "gzip", true);
    exchange =
        new Exchange(
            door.desk(),
            platform.orElseThrow(),
            packed ? new Gunzip() : Unpacking.none(),
            this::reconsiderSoon);
    if (HttpUtil.is100ContinueExpected(request)) {
      replies.goOn();
    }
    setAlarm(this::tooLate);
  }

  /** The first thing that stands against taking the body, null for nothing. */
  private BodyException refusal(HttpRequest request, Optional<Platform> platform) {
    HttpsDoorSettings.Limits limits = door.desk().limits();
    if (!PATH.equals(request.uri())) {
      return new BodyException(Answer.NOT_FOUND);
    }
    if (!HttpMethod.POST.equals(request.method())) {
      return new BodyException(Answer.WRONG_METHOD);
    }
    if (platform.isEmpty()) {
      return new BodyException(Answer.UNKNOWN_KEY);
    }
    String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING, "identity");
    if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
      return new BodyException(Answer.WRONG_ENCODING);
    }
    if (HttpUtil.getContentLength(request, 0L) > limits.bodyBytes()) {
      return new BodyException(Answer.TOO_LARGE, limits.bodyBytes(), limits.inflatedBytes());
    }
    long wait = door.desk().rates().wait(platform.get());
    if (wait > 0) {
      return new BodyException(Answer.TOO_FAST, TimeUnit.NANOSECONDS.toSeconds(wait) + 1);
    }
    if (!door.desk().intake().isOpen()) {
      return new BodyException(Answer.NOT_STORED, limits.retryAfter().toSeconds());
    }
    return null;
  }

  /** From any thread. */
  private void reconsiderSoon() {
    try {
      ctx.executor().execute(this::reconsider);
    } catch (RejectedExecutionException closing) {
      // The event loop is gone, and the connection with it.
    }
  }

  /** Answers, or decides whether to read on. */
  private void reconsider() {
    if (exchange == null || leaving) {
      return;
    }
    if (exchange.isDecided()) {
      answer();
    } else {
      boolean full = exchange.bytesInFlight() >= IN_FLIGHT_HIGH || !door.desk().intake().isOpen();
      ctx.channel().config().setAutoRead(!full && !exchange.hasEnded());
      if (full) {
        lookAgain();
      }
    }
  }

  /** That the intake is open again makes no sound. */
  @SuppressWarnings("FutureReturnValueIgnored") // Looks in vain where the connection is gone.
  private void lookAgain() {
    if (!lookingAgain) {
      lookingAgain = true;
      Runnable look =
          () -> {
            lookingAgain = false;
            reconsider();
          };
      ctx.executor().schedule(look, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void answer() {
    BodyException refusal = exchange.refusal();
    if (refusal != null) {
      refuse(refusal);
      return;
    }
    door.desk().meters().answered(Answer.STORED);
    replies.stored(exchange.verdicts());
    forget();
    if (replies.isLast()) {
      leave();
    } else {
      awaitRequest();
      ctx.channel().config().setAutoRead(true);
    }
  }

  private void refuse(BodyException refusal) {
    door.desk().meters().answered(refusal.answer());
    Replies refused = replies == null ? new Replies(ctx, null) : replies;
    refused.refused(refusal);
    forget();
    leave();
  }

  private void forget() {
    if (exchange != null) {
      exchange.close();
      exchange = null;
    }
  }

  /**
   * Closes a little later, and lets what still comes pass unread: a socket closed with bytes in it
   * resets the connection, and a reset may overtake the answer.
   */
  private void leave() {
    leaving = true;
    ctx.channel().config().setAutoRead(true);
    setAlarm(null);
    alarm = ctx.executor().schedule(this::hangUp, LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A head that does not come, and one that comes byte by byte, end alike. */
  private void awaitRequest() {
    replies = null;
    setAlarm(this::hangUp);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nobody is left to tell.
  private void hangUp() {
    ctx.close();
  }

  private void tooLate() {
    if (exchange == null) {
      return;
    }
    if (exchange.hasEnded() || !door.desk().intake().isOpen()) {
      refuse(exchange.notStored());
    } else {
      refuse(new BodyException(Answer.TOO_SLOW, door.desk().limits().request().toSeconds()));
    }
  }

  /** One alarm at a time: for the head, for the request, or for the end; null for none. */
  private void setAlarm(Runnable ring) {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
    if (ring != null) {
      long millis = door.desk().limits().request().toMillis();
      alarm = ctx.executor().schedule(ring, millis, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Takes no new request. One whose body has come is still answered; one whose body has not is told
   * to come again.
   */
  public void finish() {
    if (exchange == null) {
      if (!leaving) {
        hangUp();
      }
    } else {
      replies.endAfterThis();
      if (!exchange.hasEnded()) {
        refuse(exchange.notStored());
      }
    }
  }

  /** A handler of ours failed: whatever was stored, the platform is to send again. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (exchange != null && !leaving) {
      refuse(new BodyException(Answer.FAULT));
    }
    ctx.fireExceptionCaught(cause);
  }
}

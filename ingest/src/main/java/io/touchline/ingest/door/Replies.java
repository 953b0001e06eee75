package io.touchline.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.touchline.contract.Json;
import java.util.Locale;

/** What is said over the wire to one request. */
final class Replies {

  private static final String LINES = "application/x-ndjson; charset=utf-8";
  private static final String ONE = "application/json; charset=utf-8";

  /** Body of an answer that is not about lines. */
  private record Refusal(String error, String detail) {}

  private final ChannelHandlerContext ctx;
  private final Locale locale;
  private boolean last;

  /**
   * Replies to a request.
   *
   * @param request null where its head cannot be read
   */
  Replies(ChannelHandlerContext ctx, HttpRequest request) {
    this.ctx = ctx;
    String language =
        request == null ? "" : request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE, "");
    this.locale =
        language.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    this.last = request == null || !HttpUtil.isKeepAlive(request);
  }

  /** To who asked whether to send the body. */
  void goOn() {
    write(response(HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
  }

  /** The answer is to be the last on its connection. */
  void endAfterThis() {
    last = true;
  }

  boolean isLast() {
    return last;
  }

  /** All lines are stored: what each one is. */
  void stored(CharSequence verdicts) {
    FullHttpResponse response =
        response(HttpResponseStatus.OK, Unpooled.copiedBuffer(verdicts, UTF_8));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, LINES);
    HttpUtil.setContentLength(response, response.content().readableBytes());
    HttpUtil.setKeepAlive(response, !last);
    write(response);
  }

  /** Anything else; the last answer on its connection. */
  void refused(BodyException refusal) {
    last = true;
    Answer answer = refusal.answer();
    String text = answer.text(locale, refusal.arguments());
    ByteBuf body = Unpooled.copiedBuffer(Json.text(new Refusal(answer.code(), text)) + "\n", UTF_8);
    FullHttpResponse response = response(HttpResponseStatus.valueOf(answer.status()), body);
    HttpHeaders headers = response.headers();
    headers.set(HttpHeaderNames.CONTENT_TYPE, ONE);
    switch (answer) {
      case UNKNOWN_KEY -> headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
      case WRONG_METHOD -> headers.set(HttpHeaderNames.ALLOW, "POST");
      // Both have the seconds as their first argument.
      case TOO_FAST, NOT_STORED ->
          headers.set(HttpHeaderNames.RETRY_AFTER, refusal.arguments()[0].toString());
      default -> {
        // Nothing more to say.
      }
    }
    HttpUtil.setContentLength(response, body.readableBytes());
    HttpUtil.setKeepAlive(response, false);
    write(response);
  }

  private static FullHttpResponse response(HttpResponseStatus status, ByteBuf body) {
    return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Whoever is gone comes again.
  private void write(FullHttpResponse response) {
    ctx.writeAndFlush(response);
  }
}

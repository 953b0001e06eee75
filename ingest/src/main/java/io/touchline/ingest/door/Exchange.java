package io.touchline.ingest.door;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.touchline.contract.Json;
import io.touchline.hj212.EscapedLine;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One request with its lines, from the first byte of its body to the last word of the broker. On
 * the event loop of its connection, except where a record is settled.
 */
final class Exchange implements AutoCloseable {

  /** About what headers, key and bookkeeping of one record take. */
  private static final int RECORD_COST = 256;

  /** What all requests share. */
  record Desk(
      Intake intake, PlatformRates rates, HttpsDoorSettings.Limits limits, DoorMeters meters) {}

  /** One line of the answer. */
  private record Told(int line, String verdict, String mn, String reason, String detail) {}

  private final Desk desk;
  private final Platform platform;
  private final Sender sender;
  private final Unpacking unpacking;
  private final Runnable changed;
  private final LineCutter cutter = new LineCutter();
  private final StringBuilder verdicts = new StringBuilder();
  private final AtomicInteger unsettled = new AtomicInteger();
  private final AtomicLong bytesInFlight = new AtomicLong();
  private final AtomicBoolean failed = new AtomicBoolean();

  private long packedBytes;
  private long plainBytes;
  private int number;
  private int frames;
  private boolean ended;
  private BodyException refusal;

  /**
   * A request whose body is to come.
   *
   * @param changed told, on any thread, each time a record is settled
   */
  Exchange(Desk desk, Platform platform, Unpacking unpacking, Runnable changed) {
    this.desk = desk;
    this.platform = platform;
    this.sender = platform.sender();
    this.unpacking = unpacking;
    this.changed = changed;
  }

  /** The next bytes of the body. Of one that is refused already nothing is looked at. */
  void body(ByteBuf content) {
    if (ended) {
      return;
    }
    packedBytes += content.readableBytes();
    byte[] packed = ByteBufUtil.getBytes(content);
    try {
      if (packedBytes > desk.limits().bodyBytes()) {
        throw tooLarge();
      }
      unpacking.feed(packed, 0, packed.length, this::plain);
    } catch (BodyException e) {
      refuse(e);
    }
  }

  /** The body is whole. */
  void end() {
    if (ended) {
      return;
    }
    try {
      unpacking.end();
      cutter.end(this::line);
      ended = true;
    } catch (BodyException e) {
      refuse(e);
    }
  }

  /** Ends it with another answer than that all is stored; what was sent to Kafka is on its way. */
  void refuse(BodyException reason) {
    if (refusal == null) {
      refusal = reason;
    }
    ended = true;
  }

  private void plain(byte[] bytes, int from, int to) throws BodyException {
    plainBytes += to - from;
    if (plainBytes > desk.limits().inflatedBytes()) {
      throw tooLarge();
    }
    cutter.cut(bytes, from, to, this::line);
  }

  private BodyException tooLarge() {
    return new BodyException(
        Answer.TOO_LARGE, desk.limits().bodyBytes(), desk.limits().inflatedBytes());
  }

  private void line(byte[] line) throws BodyException {
    number++;
    byte[] bytes = EscapedLine.bytes(line);
    if (isBlank(bytes)) {
      return;
    }
    if (frames++ >= desk.limits().lines()) {
      throw new BodyException(Answer.TOO_MANY_LINES, desk.limits().lines());
    }
    Examined examined = desk.intake().examine(bytes, Integer.toString(number), sender);
    tell(examined.verdict(), bytes.length);
    keep(examined, bytes.length + RECORD_COST);
    if (failed.get()) {
      throw notStored();
    }
  }

  private void tell(LineVerdict verdict, int length) {
    desk.rates().line(platform);
    if (!verdict.accepted()) {
      desk.rates().quarantined(platform, length + RECORD_COST);
    }
    Told told = new Told(number, verdict.word(), verdict.mn(), verdict.reason(), verdict.detail());
    verdicts.append(Json.text(told)).append('\n');
  }

  private void keep(Examined examined, int cost) {
    unsettled.incrementAndGet();
    bytesInFlight.addAndGet(cost);
    desk.intake()
        .keep(
            examined,
            stored -> {
              desk.meters().frame(DoorMeters.Door.HTTPS, examined.verdict(), stored);
              if (!stored) {
                failed.set(true);
              }
              bytesInFlight.addAndGet(-cost);
              unsettled.decrementAndGet();
              changed.run();
            });
  }

  long bytesInFlight() {
    return bytesInFlight.get();
  }

  /** Whether its whole body has come or is no longer waited for. */
  boolean hasEnded() {
    return ended;
  }

  /** Whether it can be answered: every line is stored, or it is known that not every one is. */
  boolean isDecided() {
    return failed.get() || (ended && unsettled.get() == 0);
  }

  /** Null when every line is stored. */
  BodyException refusal() {
    return failed.get() ? notStored() : refusal;
  }

  BodyException notStored() {
    return new BodyException(Answer.NOT_STORED, desk.limits().retryAfter().toSeconds());
  }

  /** One line of JSON for each that was no blank, in their order. */
  CharSequence verdicts() {
    return verdicts;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    ended = true;
    unpacking.close();
  }
}

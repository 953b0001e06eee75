package io.touchline.fleet.logger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One upload or notice on its way. Touched by its logger's event loop only. */
final class Delivery {

  private final Outgoing what;
  private final long handedOverAtNanos;
  private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
  private boolean late;
  private String requestNumber;
  private List<byte[]> frames;
  private long sentAtNanos;
  private int resends;

  Delivery(Outgoing what, long nanos) {
    this.what = what;
    this.handedOverAtNanos = nanos;
  }

  /** As it is to go out: late uploads as backfill. */
  Outgoing what() {
    return late && what instanceof Upload upload ? upload.asBackfill() : what;
  }

  long handedOverAtNanos() {
    return handedOverAtNanos;
  }

  void goesOutLate() {
    late = true;
  }

  CompletableFuture<Void> acknowledged() {
    return acknowledged;
  }

  String requestNumber() {
    return requestNumber;
  }

  List<byte[]> frames() {
    return frames;
  }

  /**
   * From here on it is repeated byte for byte.
   *
   * @param asSent one frame, several where the logger repeats itself
   */
  void firstSent(String qn, List<byte[]> asSent, long nanos) {
    requestNumber = qn;
    frames = asSent;
    sentAtNanos = nanos;
  }

  void sentAgain(long nanos) {
    sentAtNanos = nanos;
    resends++;
  }

  /** A new connection: its OverTime and ReCount begin again. */
  void sentOnNewConnection(long nanos) {
    sentAtNanos = nanos;
    resends = 0;
  }

  long sentAtNanos() {
    return sentAtNanos;
  }

  int resends() {
    return resends;
  }
}

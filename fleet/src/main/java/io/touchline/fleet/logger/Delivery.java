package io.touchline.fleet.logger;

import java.util.concurrent.CompletableFuture;

/** One upload on its way. Touched by its logger's event loop only. */
final class Delivery {

  private final Upload upload;
  private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
  private String requestNumber;
  private byte[] frame;
  private long sentAtNanos;
  private int resends;

  Delivery(Upload upload) {
    this.upload = upload;
  }

  Upload upload() {
    return upload;
  }

  CompletableFuture<Void> acknowledged() {
    return acknowledged;
  }

  String requestNumber() {
    return requestNumber;
  }

  byte[] frame() {
    return frame;
  }

  /** From here on it is repeated byte for byte. */
  void firstSent(String qn, byte[] bytes, long nanos) {
    requestNumber = qn;
    frame = bytes;
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

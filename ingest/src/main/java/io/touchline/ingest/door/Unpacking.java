package io.touchline.ingest.door;

/** A body on its way from packed to plain, as it comes. One for each request; not thread-safe. */
interface Unpacking extends AutoCloseable {

  /** Takes plain bytes; they are the taker's to read until it returns. */
  interface Plain {
    void take(byte[] bytes, int from, int to) throws BodyException;
  }

  /** Unpacks what has come, and passes on what that gives, in parts of a bounded size. */
  void feed(byte[] packed, int from, int to, Plain plain) throws BodyException;

  /** Nothing more will come. */
  void end() throws BodyException;

  @Override
  void close();

  /** A body that is not packed. */
  static Unpacking none() {
    return new Unpacking() {
      @Override
      public void feed(byte[] packed, int from, int to, Plain plain) throws BodyException {
        plain.take(packed, from, to);
      }

      @Override
      public void end() {
        // Any end is a good one.
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}

package io.touchline.app.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file of frames as bytes; they need not be text. Also the last one without an end.
 */
public final class Lines {

  /** Takes one line. */
  @FunctionalInterface
  public interface Taker {

    /**
     * Takes it before the next is read.
     *
     * @param number from 1
     * @param line without its line feed
     */
    void take(long number, byte[] line) throws IOException;
  }

  private Lines() {}

  /** Reads to the end; give it a buffered stream. */
  public static void each(InputStream in, Taker taker) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long number = 0;
    int read;
    do {
      read = in.read();
      if (read >= 0 && read != '\n') {
        line.write(read);
      } else {
        taker.take(++number, line.toByteArray());
        line.reset();
      }
    } while (read >= 0);
  }
}

package io.touchline.streams;

import io.touchline.domain.FrameRef;
import io.touchline.streams.PendingFrames.Pending;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A waiting frame as bytes: version, held since, received at, key, place, headers, and the frame.
 */
final class PendingFrameCodec {

  private static final byte VERSION = 1;

  private PendingFrameCodec() {}

  static byte[] encode(Pending frame, long heldAt) {
    Record<String, byte[]> record = frame.record();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.value().length + 200);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(heldAt);
      out.writeLong(record.timestamp());
      write(record.key(), out);
      FrameRef place = frame.place();
      write(place.topic(), out);
      ByteUtils.writeVarint(place.partition(), out);
      ByteUtils.writeVarlong(place.offset(), out);
      write(place.hash(), out);
      Header[] headers = record.headers().toArray();
      ByteUtils.writeVarint(headers.length, out);
      for (Header header : headers) {
        write(header.key(), out);
        write(header.value(), out);
      }
      write(record.value(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Since when it waits, milliseconds of the journal's clock. */
  static long heldAt(byte[] row) {
    return ByteBuffer.wrap(row).getLong(1);
  }

  static Pending decode(byte[] row) {
    ByteBuffer in = ByteBuffer.wrap(row);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalStateException("a waiting frame of version " + version + " is not known");
    }
    in.getLong();
    long receivedAt = in.getLong();
    String mn = readText(in);
    FrameRef place =
        new FrameRef(
            readText(in), ByteUtils.readVarint(in), ByteUtils.readVarlong(in), readText(in));
    Headers headers = new RecordHeaders();
    for (int left = ByteUtils.readVarint(in); left > 0; left--) {
      headers.add(readText(in), read(in));
    }
    return new Pending(new Record<>(mn, read(in), receivedAt, headers), place);
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8), out);
  }

  /** A header may have no value. */
  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    ByteUtils.writeVarint(bytes == null ? -1 : bytes.length, out);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static String readText(ByteBuffer in) {
    return new String(read(in), StandardCharsets.UTF_8);
  }

  private static byte[] read(ByteBuffer in) {
    int length = ByteUtils.readVarint(in);
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}

package io.touchline.streams;

import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Measurement;
import io.touchline.streams.UploadRow.Datum;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * {@link UploadRow} as compact bytes: version, the frames (sent at, partition, offset, hash), then
 * per factor its code, the index of its frame, and what was sent. Numbers are variable-length.
 */
final class UploadRowCodec {

  private static final byte VERSION = 1;
  private static final int HASH_BYTES = 16;
  private static final int HAS_VALUE = 1;
  private static final int HAS_CONVERTED = 2;
  private static final int HAS_AMOUNT = 4;
  private static final int HAS_FLAG = 8;

  private record Source(Instant sentAt, FrameRef frame) {}

  private UploadRowCodec() {}

  static byte[] encode(UploadRow row) {
    List<Source> sources = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + row.data().size() * 16);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Datum datum : row.data().values()) {
        Source source = new Source(datum.sentAt(), datum.frame());
        if (!sources.contains(source)) {
          sources.add(source);
        }
      }
      out.writeByte(VERSION);
      ByteUtils.writeVarint(sources.size(), out);
      for (Source source : sources) {
        ByteUtils.writeVarlong(source.sentAt().toEpochMilli(), out);
        writeText(source.frame().topic(), out);
        ByteUtils.writeVarint(source.frame().partition(), out);
        ByteUtils.writeVarlong(source.frame().offset(), out);
        out.write(HexFormat.of().parseHex(source.frame().hash()));
      }
      ByteUtils.writeVarint(row.data().size(), out);
      for (var entry : row.data().entrySet()) {
        Datum datum = entry.getValue();
        writeText(entry.getKey(), out);
        ByteUtils.writeVarint(sources.indexOf(new Source(datum.sentAt(), datum.frame())), out);
        write(datum.measurement(), out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static UploadRow decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalStateException("an upload row of version " + version + " is not known");
    }
    List<Source> sources = new ArrayList<>();
    for (int left = ByteUtils.readVarint(in); left > 0; left--) {
      Instant sentAt = Instant.ofEpochMilli(ByteUtils.readVarlong(in));
      String topic = readText(in);
      int partition = ByteUtils.readVarint(in);
      long offset = ByteUtils.readVarlong(in);
      byte[] hash = new byte[HASH_BYTES];
      in.get(hash);
      sources.add(
          new Source(
              sentAt, new FrameRef(topic, partition, offset, HexFormat.of().formatHex(hash))));
    }
    SortedMap<String, Datum> data = new TreeMap<>();
    for (int left = ByteUtils.readVarint(in); left > 0; left--) {
      String factor = readText(in);
      Source source = sources.get(ByteUtils.readVarint(in));
      data.put(factor, new Datum(readMeasurement(in), source.sentAt(), source.frame()));
    }
    return new UploadRow(data);
  }

  private static void write(Measurement measurement, DataOutputStream out) throws IOException {
    int has =
        (measurement.value() == null ? 0 : HAS_VALUE)
            | (measurement.converted() == null ? 0 : HAS_CONVERTED)
            | (measurement.amount() == null ? 0 : HAS_AMOUNT)
            | (measurement.flag().isEmpty() ? 0 : HAS_FLAG);
    out.writeByte(has);
    for (Decimal number :
        new Decimal[] {measurement.value(), measurement.converted(), measurement.amount()}) {
      if (number != null) {
        write(number, out);
      }
    }
    if ((has & HAS_FLAG) != 0) {
      writeText(measurement.flag(), out);
    }
  }

  private static Measurement readMeasurement(ByteBuffer in) {
    int has = in.get();
    Decimal value = (has & HAS_VALUE) == 0 ? null : readDecimal(in);
    Decimal converted = (has & HAS_CONVERTED) == 0 ? null : readDecimal(in);
    Decimal amount = (has & HAS_AMOUNT) == 0 ? null : readDecimal(in);
    String flag = (has & HAS_FLAG) == 0 ? "" : readText(in);
    return new Measurement(value, converted, amount, flag);
  }

  private static void write(Decimal number, DataOutputStream out) throws IOException {
    byte[] unscaled = number.number().unscaledValue().toByteArray();
    ByteUtils.writeVarint(number.number().scale(), out);
    ByteUtils.writeVarint(unscaled.length, out);
    out.write(unscaled);
  }

  private static Decimal readDecimal(ByteBuffer in) {
    int scale = ByteUtils.readVarint(in);
    byte[] unscaled = new byte[ByteUtils.readVarint(in)];
    in.get(unscaled);
    return new Decimal(new BigDecimal(new BigInteger(unscaled), scale));
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    ByteUtils.writeVarint(utf8.length, out);
    out.write(utf8);
  }

  private static String readText(ByteBuffer in) {
    byte[] utf8 = new byte[ByteUtils.readVarint(in)];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}

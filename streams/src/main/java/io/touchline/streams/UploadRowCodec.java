package io.touchline.streams;

import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Measurement;
import io.touchline.streams.UploadRow.Datum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@link UploadRow} as compact bytes. First its shape: the factors, which frame each is from, what
 * was sent of it, and how its numbers are written; then the digits of all numbers; then the frames.
 * One minute has the shape of the minute before, so that of a block of rows compression leaves
 * little more than digits and hashes.
 */
final class UploadRowCodec {

  private static final int VERSION = 2;
  private static final int HAS_VALUE = 1;
  private static final int HAS_CONVERTED = 2;
  private static final int HAS_AMOUNT = 4;
  private static final int HAS_FLAG = 8;
  private static final int IS_NORMAL = 16;
  private static final String NORMAL = "N";
  private static final int USUAL_BYTES = 256;

  private record Source(Instant sentAt, FrameRef frame) {

    static Source of(Datum datum) {
      return new Source(datum.sentAt(), datum.frame());
    }
  }

  /** One factor, whose digits and frame come later. */
  private record Shape(
      String factor,
      int source,
      RowNumber value,
      RowNumber converted,
      RowNumber amount,
      String flag) {

    static Shape read(RowReader in) {
      String factor = in.text();
      int source = in.count();
      int has = in.bits();
      return new Shape(
          factor,
          source,
          (has & HAS_VALUE) == 0 ? null : RowNumber.readShape(in),
          (has & HAS_CONVERTED) == 0 ? null : RowNumber.readShape(in),
          (has & HAS_AMOUNT) == 0 ? null : RowNumber.readShape(in),
          (has & HAS_FLAG) == 0 ? "" : (has & IS_NORMAL) == 0 ? in.text() : NORMAL);
    }

    Measurement withDigits(RowReader in) {
      return new Measurement(
          value == null ? null : value.withDigits(in),
          converted == null ? null : converted.withDigits(in),
          amount == null ? null : amount.withDigits(in),
          flag);
    }
  }

  private UploadRowCodec() {}

  static byte[] encode(UploadRow row) {
    List<Source> sources = new ArrayList<>();
    RowWriter out = new RowWriter(USUAL_BYTES).bits(VERSION).count(row.data().size());
    row.data()
        .forEach(
            (factor, datum) -> {
              Source source = Source.of(datum);
              if (!sources.contains(source)) {
                sources.add(source);
              }
              out.text(factor).count(sources.indexOf(source));
              writeShape(datum.measurement(), out);
            });
    for (Datum datum : row.data().values()) {
      for (Decimal number : numbersOf(datum.measurement())) {
        RowNumber.writeDigits(number, out);
      }
    }
    FrameRefs.write(sources.stream().map(Source::frame).toList(), out);
    sources.forEach(source -> out.number(source.sentAt().toEpochMilli()));
    return out.toBytes();
  }

  static UploadRow decode(byte[] bytes) {
    RowReader in = new RowReader(bytes);
    in.version(VERSION, "upload");
    List<Shape> shapes = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      shapes.add(Shape.read(in));
    }
    List<Measurement> measurements = new ArrayList<>();
    for (Shape shape : shapes) {
      measurements.add(shape.withDigits(in));
    }
    List<FrameRef> frames = FrameRefs.read(in);
    List<Instant> sentAt = new ArrayList<>();
    for (int left = frames.size(); left > 0; left--) {
      sentAt.add(Instant.ofEpochMilli(in.number()));
    }
    SortedMap<String, Datum> data = new TreeMap<>();
    for (int at = 0; at < shapes.size(); at++) {
      Shape shape = shapes.get(at);
      data.put(
          shape.factor(),
          new Datum(measurements.get(at), sentAt.get(shape.source()), frames.get(shape.source())));
    }
    return new UploadRow(data);
  }

  private static void writeShape(Measurement measurement, RowWriter out) {
    String flag = measurement.flag();
    out.bits(
        (measurement.value() == null ? 0 : HAS_VALUE)
            | (measurement.converted() == null ? 0 : HAS_CONVERTED)
            | (measurement.amount() == null ? 0 : HAS_AMOUNT)
            | (flag.isEmpty() ? 0 : HAS_FLAG)
            | (flag.equals(NORMAL) ? IS_NORMAL : 0));
    for (Decimal number : numbersOf(measurement)) {
      RowNumber.writeShape(number, out);
    }
    if (!flag.isEmpty() && !flag.equals(NORMAL)) {
      out.text(flag);
    }
  }

  private static List<Decimal> numbersOf(Measurement measurement) {
    List<Decimal> numbers = new ArrayList<>();
    for (Decimal number :
        new Decimal[] {measurement.value(), measurement.converted(), measurement.amount()}) {
      if (number != null) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}

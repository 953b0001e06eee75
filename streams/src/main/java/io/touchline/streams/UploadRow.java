package io.touchline.streams;

import io.touchline.domain.FrameRef;
import io.touchline.domain.Measurement;
import io.touchline.domain.Upload;
import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All uploads of one outlet, level and moment, merged: of each factor one datum stands.
 *
 * <p>Two different uploads of one datum: the later sent stands; of a tie the one with the greater
 * text. Two frames of the very same datum: the one that lies first in Kafka is its proof. So the
 * row depends on the set of frames, not on their order.
 */
record UploadRow(SortedMap<String, Datum> data) {

  /** One factor as it stands, when it was sent, and where its proof lies. */
  record Datum(Measurement measurement, Instant sentAt, FrameRef frame) {

    private static final Comparator<Datum> STANDING =
        Comparator.comparing(Datum::sentAt)
            .thenComparing(datum -> text(datum.measurement()))
            .thenComparing(datum -> datum.frame().hash())
            .thenComparing(Datum::frame, Comparator.reverseOrder());

    Datum standing(Datum other) {
      return STANDING.compare(this, other) >= 0 ? this : other;
    }

    private static String text(Measurement measurement) {
      return measurement.toString();
    }
  }

  static UploadRow empty() {
    return new UploadRow(new TreeMap<>());
  }

  static UploadRow of(Upload upload, Instant sentAt) {
    SortedMap<String, Datum> data = new TreeMap<>();
    upload
        .measurements()
        .forEach(
            (factor, measurement) ->
                data.put(factor, new Datum(measurement, sentAt, upload.frames().get(factor))));
    return new UploadRow(data);
  }

  UploadRow mergedWith(UploadRow other) {
    SortedMap<String, Datum> merged = new TreeMap<>(data);
    other.data.forEach((factor, datum) -> merged.merge(factor, datum, Datum::standing));
    return new UploadRow(merged);
  }

  Upload upload() {
    SortedMap<String, Measurement> measurements = new TreeMap<>();
    SortedMap<String, FrameRef> frames = new TreeMap<>();
    data.forEach(
        (factor, datum) -> {
          measurements.put(factor, datum.measurement());
          frames.put(factor, datum.frame());
        });
    return new Upload(measurements, frames);
  }
}

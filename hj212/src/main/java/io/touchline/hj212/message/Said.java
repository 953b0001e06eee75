package io.touchline.hj212.message;

import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Edition;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.List;

/** How messages of our own making come about: what a frame cannot carry is refused. */
final class Said {

  private Said() {}

  /**
   * Items with {@code ;} between them; a pair with an empty value is left out.
   *
   * @throws IllegalArgumentException when a value would break the frame; the message does not
   *     repeat it
   */
  static Parameters fields(String... namesAndValues) {
    PacketWriter writer = new PacketWriter();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isEmpty()) {
        writer.item(namesAndValues[i], plain(namesAndValues[i], namesAndValues[i + 1]));
      }
    }
    return writer.toParameters();
  }

  static String plain(String name, String value) {
    if (!FieldKinds.isPlain(value)) {
      throw new IllegalArgumentException(name + " must not hold ; , & = or line breaks");
    }
    return value;
  }

  static String time(LocalDateTime time) {
    return DataTimes.formatSecond(time);
  }

  /**
   * The request itself, if it is right in some edition.
   *
   * @throws IllegalArgumentException naming the fields that are not
   */
  static <M extends Known> M right(M request) {
    List<Fault> faults = List.of();
    for (Edition edition : request.type().editions()) {
      if (fieldsAreOf(request, edition)) {
        faults = request.faults(edition);
        if (faults.isEmpty()) {
          return request;
        }
      }
    }
    StringBuilder text = new StringBuilder(request.type().toString()).append(':');
    for (Fault fault : faults) {
      text.append(' ').append(fault.en());
    }
    throw new IllegalArgumentException(text.toString());
  }

  private static boolean fieldsAreOf(Known request, Edition edition) {
    List<Field<?>> fields = request.type().fields(edition);
    return request.parameters().items().stream()
        .allMatch(item -> fields.stream().anyMatch(field -> field.matches(item)));
  }
}

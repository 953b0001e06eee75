package io.touchline.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a mark says: something of the instruments, or of what the plant does. */
public sealed interface MarkKind permits DataMark, OperatingState {

  /** What people write besides the names and terms; a bare fault is the device's. */
  Map<String, MarkKind> OTHER_NAMES =
      Map.of(
          "FAULT", DataMark.DEVICE_FAULT,
          "故障", DataMark.DEVICE_FAULT,
          "设备维护", DataMark.MAINTENANCE,
          "STOP", OperatingState.STOPPED,
          "SHUTDOWN", OperatingState.STOPPED,
          "停产", OperatingState.STOPPED,
          "STARTUP", OperatingState.START_UP);

  /** Names it in records and files. No two kinds share a name. */
  String name();

  /** The Chinese term; files may use it too. */
  String chinese();

  static List<MarkKind> all() {
    return Stream.<MarkKind>concat(Stream.of(DataMark.values()), Stream.of(OperatingState.values()))
        .toList();
  }

  /** By its name in any case, its Chinese term, or another that people use for it. */
  static Optional<MarkKind> named(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return all().stream()
        .filter(kind -> kind.name().equals(name) || kind.chinese().equals(name))
        .findFirst()
        .or(() -> Optional.ofNullable(OTHER_NAMES.get(name)));
  }
}

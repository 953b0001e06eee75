package io.touchline.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a mark says: something of the instruments, or of what the plant does. */
public sealed interface MarkKind permits DataMark, OperatingState {

  /** Names it in records and files. No two kinds share a name. */
  String name();

  /** The Chinese term; files may use it too. */
  String chinese();

  static List<MarkKind> all() {
    return Stream.<MarkKind>concat(Stream.of(DataMark.values()), Stream.of(OperatingState.values()))
        .toList();
  }

  /** By its name in any case, or its Chinese term. */
  static Optional<MarkKind> named(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return all().stream()
        .filter(kind -> kind.name().equals(upper) || kind.chinese().equals(text))
        .findFirst();
  }
}

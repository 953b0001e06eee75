package io.touchline.app.registry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads each file once, and knows afterwards which files the registry consists of. */
final class RememberedSource implements RegistrySource {

  private final RegistrySource source;
  private final Map<String, Optional<byte[]>> files = new HashMap<>();

  RememberedSource(RegistrySource source) {
    this.source = source;
  }

  @Override
  public Optional<byte[]> read(String file) throws IOException {
    Optional<byte[]> known = files.get(file);
    if (known == null) {
      known = source.read(file);
      files.put(file, known);
    }
    return known;
  }

  /** The files that were asked for and are there, byte for byte. */
  SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> there = new TreeMap<>();
    files.forEach((name, bytes) -> bytes.ifPresent(found -> there.put(name, found)));
    return there;
  }
}

package io.touchline.alerts.registry;

import java.util.Locale;

/** A table of the registry that can be read; limits and permits can be changed too. */
public enum RegistryBook {
  REGIONS,
  ENTERPRISES,
  OUTLETS,
  LIMITS,
  PERMITS,
  TARGETS;

  /** What takes four eyes. */
  public boolean isChangeable() {
    return this == LIMITS || this == PERMITS;
  }

  /** {@code limits}, as its file and its address are called. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

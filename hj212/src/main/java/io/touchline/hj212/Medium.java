package io.touchline.hj212;

/** What a factor is measured in. */
public enum Medium {
  WATER,
  AIR
}

package io.touchline.domain.watch;

/** Uploads that a logger owes period by period (HJ 212-2017 CN 2051, 2061, 2031). */
public enum DataLevel {
  MINUTE,
  HOUR,
  DAY
}

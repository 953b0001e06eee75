package io.touchline.hj212;

/** What a factor is measured in, or what it tells of. */
public enum Medium {
  WATER,
  AIR,
  NOISE,
  /** Use of electricity, HJ 212-2025 system code 44. */
  ELECTRICITY,
  /** Conditions of production, HJ 212-2025 system code 45. */
  CONDITION,
  /** Instruments, loggers, stations and treatment devices: their states and parameters. */
  DEVICE
}

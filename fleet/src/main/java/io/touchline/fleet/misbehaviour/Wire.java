package io.touchline.fleet.misbehaviour;

/** How a logger hands its bytes to the line. */
public enum Wire {
  /** A frame a write. */
  FRAMES,
  /** A byte a write. */
  BYTES,
  /** A frame in two writes with a pause between, cut after one byte more each time. */
  CUT,
  /** Two frames in one write. */
  PAIRS
}

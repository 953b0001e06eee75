package io.touchline.fleet.misbehaviour;

/** Why a logger speaks. */
public enum Occasion {
  /** Data, of its own accord or as history. */
  UPLOAD,
  /** News without data: heartbeat, time sync, join. */
  NOTICE,
  /** 9011 to 9014, and the values that a question asked for. */
  ANSWER
}

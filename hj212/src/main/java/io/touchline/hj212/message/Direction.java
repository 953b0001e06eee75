package io.touchline.hj212.message;

/** Which way a message goes; the same command code (命令编码) may mean two things. */
public enum Direction {
  /** From the monitoring center (监控中心) to the data logger. */
  TO_LOGGER,
  /** From the data logger (数采仪) to the monitoring center. */
  TO_CENTRE
}

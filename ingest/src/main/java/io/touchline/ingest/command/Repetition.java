package io.touchline.ingest.command;

import io.touchline.hj212.CommandCode;

/**
 * Which commands may be asked once more when nobody knows what became of them. A question, history
 * or a plain setting comes to the same the second time; a sample taken twice, a second calibration
 * or a second new key does not.
 */
final class Repetition {

  private Repetition() {}

  static boolean isHarmless(CommandCode command) {
    return switch (command) {
      case SET_PASSWORD, NEW_KEY -> false;
      default -> !worksOnHardware(command);
    };
  }

  /** Control commands 3000 to 3999, less those that only ask. */
  static boolean worksOnHardware(CommandCode command) {
    return switch (command) {
      case SAMPLING, SAMPLE_DELAY, SERIAL, DEVICE_INFO -> false;
      default -> command.cn().startsWith("3");
    };
  }
}

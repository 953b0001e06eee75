package io.touchline.alerts.registry;

import java.util.List;

/** The registry behind its topics: read as it stands, and changed by importing another version. */
public interface RegistryDoor {

  /**
   * Who answers for a change.
   *
   * @param why for the record of the version
   */
  record Signed(String proposedBy, String approvedBy, String why) {}

  /** The registry's topics cannot be reached. The message says what to do. */
  final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unreachable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * A table as it stands, without what is secret; a file that is not there has no lines.
   *
   * @throws Unreachable where the topics cannot be read
   * @throws IllegalStateException where no registry was ever imported
   */
  RegistrySheet read(RegistryBook book);

  /**
   * What would be wrong with the registry if the change were made, each with its place and mend;
   * empty where it can be made.
   *
   * @throws IllegalArgumentException where it names a line or a column that is not there
   */
  List<String> faults(RegistryChange change);

  /**
   * Makes a change, as another version of the registry. One that is made already is not made again.
   * Returns the version in which it stands, when the broker has it.
   *
   * @throws IllegalArgumentException where the registry would have a fault
   * @throws Unreachable where the broker does not take it; then nothing is changed
   */
  int apply(RegistryChange change, Signed signed);
}

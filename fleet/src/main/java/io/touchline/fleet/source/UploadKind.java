package io.touchline.fleet.source;

/** What a logger uploads of its own accord (HJ 212-2017 table 9). */
public enum UploadKind {
  REAL_TIME("2011"),
  MINUTE("2051"),
  HOUR("2061"),
  DAY("2031");

  private final String commandCode;

  UploadKind(String commandCode) {
    this.commandCode = commandCode;
  }

  public String commandCode() {
    return commandCode;
  }
}

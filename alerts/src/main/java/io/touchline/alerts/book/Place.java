package io.touchline.alerts.book;

/** Whom an alert concerns; fields are null where no profile came yet. */
public record Place(
    String name,
    String enterpriseCode,
    String enterpriseName,
    String regionCode,
    String regionName,
    String medium,
    String sector,
    boolean keyDischarger) {

  static final Place UNKNOWN = new Place(null, null, null, null, null, null, null, false);

  /** Of a region that is an alert's place itself. */
  static Place region(String code) {
    return new Place(null, null, null, code, null, null, null, false);
  }
}

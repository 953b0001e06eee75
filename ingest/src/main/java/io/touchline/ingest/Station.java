package io.touchline.ingest;

/**
 * What the gateway needs of an outlet's registry entry, and all it reads of it: a row elsewhere in
 * the entry that cannot be read does not lock the station out.
 *
 * @param password null or empty takes any
 */
record Station(String password) {

  boolean takes(String given) {
    return password == null || password.isEmpty() || password.equals(given);
  }
}

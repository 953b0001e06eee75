package io.touchline.fleet.fuzz;

import java.util.List;

/**
 * What a run of the fuzzer saw.
 *
 * @param frames candidates that came out of the scanner and were judged
 * @param bytes fed to the scanner
 * @param faults the first of them; more than a few say nothing new
 */
public record FuzzReport(
    long frames, long bytes, long accepted, double seconds, List<FuzzFault> faults) {

  public FuzzReport {
    faults = List.copyOf(faults);
  }
}

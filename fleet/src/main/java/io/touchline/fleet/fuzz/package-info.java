/**
 * The fuzzer (scenario 05): frames made wrong on purpose, through the scanner and the decoder, with
 * the promises of the protocol library held against what comes out. Short in every build, as long
 * as one likes on demand.
 */
package io.touchline.fleet.fuzz;

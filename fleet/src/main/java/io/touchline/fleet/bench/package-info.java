/**
 * Numbered scenarios that measure the house, each against a baseline of the same run: 01 the
 * decoder, 02 to 04 the client side of the gateway's scenarios, 05 the fuzzer. What is measured
 * here asserts nothing in a build; only the fuzzer has a short run there.
 */
package io.touchline.fleet.bench;

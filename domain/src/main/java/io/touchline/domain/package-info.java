/**
 * The regulated world: decimals and units, readings, validity, means, conversion, limits,
 * judgement, episodes.
 *
 * <p>Pure functions over values. Does not belong here: clocks, input and output, wire tokens,
 * frameworks.
 */
package io.touchline.domain;

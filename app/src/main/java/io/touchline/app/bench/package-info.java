/**
 * {@code touchline bench}: the numbered scenarios, and those of their parts that need a broker and
 * a gateway. Each part is a process of its own, on the loopback interface, and ends with the
 * command.
 */
package io.touchline.app.bench;

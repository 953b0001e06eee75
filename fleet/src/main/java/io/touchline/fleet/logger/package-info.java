/**
 * The client side of HJ 212: one data logger over TCP, and nothing about what it measures.
 *
 * <p>An upload handed over is sent until it is acknowledged or the logger is stopped; it is never
 * forgotten. Does not belong here: series, schedules, files.
 */
package io.touchline.fleet.logger;

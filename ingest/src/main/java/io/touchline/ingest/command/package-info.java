/**
 * Commands to data loggers (反控命令): from topic {@code commands} to the logger's connection, and what
 * came of them to {@code command-results}. Belongs here: who of several gateways sends a command,
 * the exchange of request and answers, and what a logger's notices call for. Does not: how a frame
 * is cut, checked and kept, which is the gateway's whether or not it answers a command.
 *
 * <p>{@code CommandDesk} is the way in, and the map.
 */
package io.touchline.ingest.command;

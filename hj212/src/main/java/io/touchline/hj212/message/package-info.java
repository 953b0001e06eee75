/**
 * What packets mean: one type for each command and direction of HJ 212, in all editions.
 *
 * <p>A message is the command parameters of a packet and a type that says what they mean. Nothing
 * is parsed until asked for, nothing is dropped, and writing a message writes the parameters it
 * holds. {@link io.touchline.hj212.message.MessageType} is the table of them all.
 *
 * <p>Belongs here: fields with their units and ranges, dialogs, the header that a message travels
 * under. Does not: clocks, time-outs, who may ask for what, judgement of any measured value.
 */
package io.touchline.hj212.message;

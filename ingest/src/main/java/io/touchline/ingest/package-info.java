/**
 * The gateway (网关): data loggers in, {@code packets} out; the answer only after the broker has it.
 *
 * <p>Belongs here: framing, verdict, registration, evidence, answers, admission, backpressure. Does
 * not belong here: the meaning of factors, and anything that waits on an event loop.
 */
package io.touchline.ingest;

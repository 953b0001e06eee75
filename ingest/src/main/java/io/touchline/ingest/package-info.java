/** The gateway: data loggers in, {@code packets} out; the answer only after the broker has it. */
package io.touchline.ingest;

/**
 * The HJ 212 protocol as a library of its own: bytes to frames, frames to packets, and back.
 *
 * <p>Belongs here: framing, the check code of Appendix A, field grammar, verdicts and diagnoses,
 * answers, the factor catalogue. Does not: clocks, sockets, files, judgement of any value.
 */
package io.touchline.hj212;

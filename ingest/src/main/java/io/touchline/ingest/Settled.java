package io.touchline.ingest;

/**
 * A piece that is no longer under way: the answer due to it, if any, was written just before.
 *
 * @param stored whether the broker has it; if not, the logger was not answered and may resend
 */
record Settled(Checked checked, boolean stored) {}

/** The command {@code decode}: frames as text, one a line, to verdicts as JSON, one a line. */
package io.touchline.app.decode;

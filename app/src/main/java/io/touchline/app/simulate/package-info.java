/** The command {@code simulate}: a data logger that sends a series of measurements from a file. */
package io.touchline.app.simulate;

/** The alerts role on the command line. */
package io.touchline.app.alerts;

/** A first set-up of people, channels and routes from a file. */
package io.touchline.alerts.setup;

/**
 * How a role is configured: keys with a form and a default, read from a file of properties and then
 * from {@code TOUCHLINE_*} variables. What a person wrote wrong is told with place and mend.
 */
package io.touchline.app.settings;

/**
 * What every role that runs against real servers has: its common keys, its metrics and its health.
 */
package io.touchline.app.role;

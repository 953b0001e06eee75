/** The gateway as a process of its own, against servers that somebody else runs. */
package io.touchline.app.gateway;

/** {@code replay}: the topology of production over recorded frames, without a broker. */
package io.touchline.app.replay;

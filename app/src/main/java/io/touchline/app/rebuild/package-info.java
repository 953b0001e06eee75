/** Deriving everything a second time from the evidence, and proving that it comes out the same. */
package io.touchline.app.rebuild;

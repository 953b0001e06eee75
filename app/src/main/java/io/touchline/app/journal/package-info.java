/** The role {@code streams}: the outlet journals of an installation, or a share of them. */
package io.touchline.app.journal;

/** The composition root: commands, roles, the embedded broker and database. */
package io.touchline.app;

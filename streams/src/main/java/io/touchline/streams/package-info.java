/** The topology: one journal per outlet, from packets to judged periods. */
package io.touchline.streams;

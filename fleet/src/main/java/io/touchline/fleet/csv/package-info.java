/** Rows of comma-separated text, and the replay of such a file as uploads of one data logger. */
package io.touchline.fleet.csv;

/**
 * The command {@code demo}: broker, database, gateway, journal, ledger, pages and a simulated fleet
 * in one process, on one directory that a later run goes on with.
 */
package io.touchline.app.demo;

/**
 * The registry directory: CSV files that people keep, read into outlet records, with every fault
 * named by file, line and column together with its mend.
 *
 * <p>Does not belong here: judgement, and anything that repairs what a person wrote.
 */
package io.touchline.app.registry;

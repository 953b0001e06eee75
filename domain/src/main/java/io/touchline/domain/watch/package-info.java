/**
 * What is watched of a station beside its readings: data that have not come, parts of split packets
 * that have not, a clock that is off.
 *
 * <p>All of it is about arrival, so the order of arrival is its subject: the same frames in the
 * same order give the same findings. "Now" is always the receipt of the station's own frame;
 * nothing here reads a clock. Slots of data are counted in minutes, moments in seconds since 1970
 * (UTC); both are plain numbers because a station's whole watch is a row that is read with every
 * frame.
 */
package io.touchline.domain.watch;

package io.touchline.domain;

import java.util.SortedMap;

/**
 * What a data logger said of one moment or period: all its factors, and the frames they came in.
 *
 * @param measurements by factor code
 * @param frames the frame of each factor, by factor code; the parts of a split upload have their
 *     own
 */
public record Upload(
    SortedMap<String, Measurement> measurements, SortedMap<String, FrameRef> frames) {}

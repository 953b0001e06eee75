package io.touchline.streams;

import io.touchline.domain.FrameRef;
import io.touchline.hj212.Packet;

/**
 * A frame that could be read as a packet.
 *
 * @param packet what it says, deciphered where it came enciphered
 * @param reading how its station is to be read
 * @param place where the frame lies, with the hash of the bytes that came
 * @param bytes that came
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
record OpenedFrame(Packet packet, StationReading reading, FrameRef place, byte[] bytes) {}

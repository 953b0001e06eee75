package io.touchline.ingest.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Where connections come from, as the limits count it: an IPv4 address, or the first 64 bits of an
 * IPv6 one, since whoever has one address of those has all of them.
 */
public final class Origin {

  private static final int NETWORK_BYTES = 8;

  private final byte[] bytes;

  private Origin(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Origin of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return new Origin(
        address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin origin && Arrays.equals(bytes, origin.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}

package io.touchline.ingest.limit;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A network of IPv4 or IPv6 in CIDR notation, {@code 10.20.0.0/16} or {@code 2001:db8::/32}. An
 * address alone is a network of one.
 */
public final class Network {

  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /**
   * Reads the notation.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong with it
   */
  public static Network of(String text) {
    int slash = text.indexOf('/');
    String host = (slash < 0 ? text : text.substring(0, slash)).trim();
    byte[] address = address(host, text);
    int longest = address.length * 8;
    int bits = slash < 0 ? longest : bits(text.substring(slash + 1).trim(), text);
    if (bits < 0 || bits > longest) {
      throw wrong(text, "the prefix is 0 to " + longest + " bits");
    }
    Network network = new Network(address, bits);
    if (!network.hostBitsAreZero()) {
      throw wrong(text, "bits are set behind the prefix");
    }
    return network;
  }

  private static byte[] address(String host, String text) {
    // Reads addresses alone and never looks a name up.
    byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
    if (address == null) {
      throw wrong(text, "no address of IPv4 or IPv6 before the slash");
    }
    return address;
  }

  private static int bits(String digits, String text) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw wrong(text, "no number of bits behind the slash");
    }
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "network \"" + text + "\": " + why + "; write it as 10.20.0.0/16 or 2001:db8::/32");
  }

  private boolean hostBitsAreZero() {
    for (int bit = bits; bit < address.length * 8; bit++) {
      if ((address[bit >> 3] & 0x80 >> (bit & 7)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** False for an address of the other family. */
  public boolean contains(InetAddress other) {
    byte[] bytes = other.getAddress();
    if (bytes.length != address.length) {
      return false;
    }
    int whole = bits >> 3;
    if (!Arrays.equals(address, 0, whole, bytes, 0, whole)) {
      return false;
    }
    int rest = bits & 7;
    return rest == 0 || ((address[whole] ^ bytes[whole]) & 0xFF00 >> rest & 0xFF) == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network network
        && bits == network.bits
        && Arrays.equals(address, network.address);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(address) + bits;
  }

  /** In CIDR notation. */
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(address).getHostAddress() + "/" + bits;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

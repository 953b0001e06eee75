package io.touchline.hj212;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 as HJ 212-2025 6.4 puts it on the wire: ECB, whole blocks of 16 bytes of what stands between
 * {@code CP=&&} and the closing {@code &&}; the last block, if it is not whole, stays plain. So the
 * length does not change, and a CP under 16 bytes is not enciphered at all.
 *
 * <p>Nothing in a frame says that it is enciphered, and its check code is that of the plain
 * segment. The clause is known at second hand; examples 2 and 4 of its A.2 come out right.
 */
public final class Sm4 {

  /** Bytes enciphered at a time. */
  static final int BLOCK = 16;

  private Sm4() {}

  /**
   * Whether frames of this command code are enciphered where enciphering is agreed on: data
   * commands 2000 to 2999, key exchange 1014 and device information 3020 (6.4).
   */
  public static boolean appliesTo(String cn) {
    return (cn.length() == 4 && cn.charAt(0) == '2') || cn.equals("1014") || cn.equals("3020");
  }

  /** Enciphers the whole blocks of {@code bytes[from, to)} in place. */
  public static void encipher(Sm4Key key, byte[] bytes, int from, int to) {
    blocks(engine(key, true), bytes, from, to);
  }

  /** Deciphers the whole blocks of {@code bytes[from, to)} in place; any key gives some bytes. */
  public static void decipher(Sm4Key key, byte[] bytes, int from, int to) {
    blocks(engine(key, false), bytes, from, to);
  }

  private static SM4Engine engine(Sm4Key key, boolean encipher) {
    SM4Engine engine = new SM4Engine();
    engine.init(encipher, new KeyParameter(key.bytes()));
    return engine;
  }

  private static void blocks(SM4Engine engine, byte[] bytes, int from, int to) {
    for (int at = from; at + BLOCK <= to; at += BLOCK) {
      engine.processBlock(bytes, at, bytes, at);
    }
  }
}

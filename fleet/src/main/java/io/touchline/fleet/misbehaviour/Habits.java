package io.touchline.fleet.misbehaviour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Sm4;
import io.touchline.hj212.Sm4Key;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * All that one logger does wrong, any misbehaviours together, in the same way every time. Not for
 * use by several threads.
 */
public final class Habits {

  /** What a logger enciphers with when it does so without having been given a key. */
  public static final Sm4Key KEY = Sm4Key.parse("0000000000000000");

  private static final String CP = "CP=&&";

  private final Set<Misbehaviour> misbehaviours;
  private final int oneIn;
  private final Random random;
  private int packets;
  private int lastLength;

  /**
   * What goes out for one packet.
   *
   * @param frames in order, each to be written by itself
   * @param requestNumber that the packet itself bears after all changes, empty for none
   */
  public record Spoken(List<byte[]> frames, String requestNumber) {}

  /**
   * @param oneIn one packet in so many is spoilt, which ones is a matter of the seed; 1 for all
   */
  public Habits(Set<Misbehaviour> misbehaviours, int oneIn, long seed) {
    this.misbehaviours = EnumSet.noneOf(Misbehaviour.class);
    this.misbehaviours.addAll(misbehaviours);
    this.oneIn = oneIn;
    this.random = new Random(seed);
  }

  /** Of a logger that behaves. */
  public static Habits none() {
    return new Habits(Set.of(), 1, 0);
  }

  /** Of one that does this wrong all the time. */
  public static Habits always(Misbehaviour misbehaviour) {
    return new Habits(Set.of(misbehaviour), 1, 0);
  }

  /**
   * The frames that a segment goes out in.
   *
   * @param key to encipher with, null for plain
   */
  public Spoken spoken(byte[] segment, Occasion occasion, Sm4Key key) {
    String text = new String(segment, ISO_8859_1);
    Turn turn = new Turn(packets, lastLength);
    packets++;
    lastLength = segment.length;
    if (misbehaviours.isEmpty() || random.nextInt(oneIn) > 0) {
      byte[] frame = FrameParts.of(segment, enciphered(segment, text, key)).joined();
      return new Spoken(List.of(frame), Segments.header(text, "QN"));
    }
    String changed = changed(text, occasion, turn);
    List<String> texts =
        occasion == Occasion.UPLOAD ? withCompanions(changed, turn) : List.of(changed);
    return new Spoken(
        texts.stream().map(each -> frame(each, key, turn)).toList(), requestNumber(changed));
  }

  /** As a centre reads it: a comma ends it where a semicolon should. */
  private static String requestNumber(String segment) {
    return Segments.cut(Segments.header(segment, "QN"), ',').get(0);
  }

  private String changed(String segment, Occasion occasion, Turn turn) {
    String text = segment;
    for (Misbehaviour each : misbehaviours) {
      for (Deed deed : each.deeds()) {
        if (deed instanceof Deed.Text change && change.on().contains(occasion)) {
          text = change.change().of(text, turn);
        }
      }
    }
    return text;
  }

  private List<String> withCompanions(String segment, Turn turn) {
    List<String> texts = List.of(segment);
    for (Misbehaviour each : misbehaviours) {
      for (Deed deed : each.deeds()) {
        if (deed instanceof Deed.Beside beside) {
          List<String> more = new ArrayList<>();
          texts.forEach(text -> more.addAll(beside.companions().of(text, turn)));
          texts = more;
        }
      }
    }
    return texts;
  }

  private byte[] frame(String text, Sm4Key key, Turn turn) {
    byte[] plain = text.getBytes(ISO_8859_1);
    FrameParts frame = FrameParts.of(plain, enciphered(plain, text, keyOr(key, text)));
    for (Misbehaviour each : misbehaviours) {
      for (Deed deed : each.deeds()) {
        if (deed instanceof Deed.Around around) {
          frame = around.change().of(frame, turn);
        }
      }
    }
    return frame.joined();
  }

  private Sm4Key keyOr(Sm4Key key, String text) {
    boolean enciphers =
        misbehaviours.contains(Misbehaviour.CIPHER_RAW)
            || misbehaviours.contains(Misbehaviour.CIPHER_PRINTED);
    return key == null && enciphers && Sm4.appliesTo(Segments.header(text, "CN")) ? KEY : key;
  }

  private static byte[] enciphered(byte[] plain, String text, Sm4Key key) {
    if (key == null) {
      return plain;
    }
    byte[] cipher = plain.clone();
    Sm4.encipher(key, cipher, text.indexOf(CP) + CP.length(), cipher.length - 2);
    return cipher;
  }

  /**
   * A frame with CRC-16/MODBUS in place of the standard's check code, the mistake met most in the
   * field.
   */
  public static byte[] withModbusCheck(byte[] segment) {
    return FrameSlips.check(FrameParts.of(segment, segment), CheckMode.MODBUS).joined();
  }

  public Wire wire() {
    for (Misbehaviour each : misbehaviours) {
      for (Deed deed : each.deeds()) {
        if (deed instanceof Deed.OnLine line) {
          return line.wire();
        }
      }
    }
    return Wire.FRAMES;
  }

  /** Whether it sends every factor in a packet of its own. */
  public boolean tearsUploads() {
    return misbehaviours.contains(Misbehaviour.TEARS_UPLOADS);
  }

  public boolean answersAnswers() {
    return misbehaviours.contains(Misbehaviour.ANSWERS_ANSWERS);
  }

  /** Whether what it sends need not be answered, so that it must not wait for it for ever. */
  public boolean mayGoUnanswered() {
    return misbehaviours.stream().anyMatch(each -> !each.expectation().acknowledged());
  }
}

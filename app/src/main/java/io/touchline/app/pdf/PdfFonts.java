package io.touchline.app.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.DefaultSplitCharacter;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Noto Sans SC (SIL Open Font License 1.1) in two weights, to be embedded as the subset that a
 * document uses. Made anew for each document.
 */
final class PdfFonts {

  static final Color INK = new Color(0x1C, 0x25, 0x2E);
  static final Color QUIET = new Color(0x5F, 0x6B, 0x76);
  static final Color ALARM = new Color(0xB4, 0x23, 0x18);

  private static final String OPENING = "（「《〔“";
  private static final String CLOSING = "，。；：、！？）」》〕”’,.;:!?)";

  private final BaseFont regular = font("NotoSansSC-Regular.ttf");
  private final BaseFont bold = font("NotoSansSC-Bold.ttf");

  private static BaseFont font(String name) {
    try (InputStream in = PdfFonts.class.getResourceAsStream("/fonts/ttf/NotoSansSC/" + name)) {
      BaseFont font =
          BaseFont.createFont(
              name,
              BaseFont.IDENTITY_H,
              BaseFont.EMBEDDED,
              BaseFont.NOT_CACHED,
              in.readAllBytes(),
              null);
      font.setSecureRandom(always());
      return font;
    } catch (IOException e) {
      throw new IllegalStateException("the font " + name + " ships with the program", e);
    }
  }

  /** The name of an embedded subset begins with random letters: always the same here. */
  private static SecureRandom always() {
    try {
      SecureRandom same = SecureRandom.getInstance("SHA1PRNG");
      same.setSeed(1);
      return same;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA1PRNG", e);
    }
  }

  BaseFont base() {
    return regular;
  }

  Font regular(float size, Color colour) {
    return new Font(regular, size, Font.NORMAL, colour);
  }

  Font bold(float size, Color colour) {
    return new Font(bold, size, Font.NORMAL, colour);
  }

  /** A text that is broken where Chinese may be: not before what closes, not after what opens. */
  Chunk chunk(String text, Font font) {
    Chunk chunk = new Chunk(text, font);
    chunk.setSplitCharacter(
        (start, current, end, characters, chunks) ->
            DefaultSplitCharacter.DEFAULT.isSplitCharacter(start, current, end, characters, chunks)
                && OPENING.indexOf(characters[current]) < 0
                && (current + 1 >= end || CLOSING.indexOf(characters[current + 1]) < 0));
    return chunk;
  }
}

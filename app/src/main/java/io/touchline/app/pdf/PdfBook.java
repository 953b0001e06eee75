package io.touchline.app.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import io.touchline.app.Texts;
import io.touchline.domain.ChinaTime;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Consumer;

/**
 * One document: chapters with a table of contents, tables, charts. Texts are keys of the bundle;
 * Chinese stands first, English beside it. The same content gives the same bytes.
 */
public final class PdfBook {

  private static final float MARGIN = 48;
  private static final float BOTTOM = 56;
  private static final float LINE = 1.5f;
  private static final float CELL_LINE = 1.3f;
  private static final float BODY = 9.5f;
  private static final float CELL = 8;
  private static final float NOTE = 7.5f;
  private static final float FINE = 5.6f;
  private static final int MINUTE = "2026-01-01 08:00".length();
  private static final Color HEAD = new Color(0xEC, 0xEF, 0xF2);
  private static final Color RULE = new Color(0xC9, 0xD0, 0xD6);

  /** A chapter with the page it begins on. */
  private record Entry(String name, String english, int page) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PdfFonts fonts = new PdfFonts();
  private final List<Entry> contents;
  private final List<Entry> chapters = new ArrayList<>();
  private final Document document;
  private final PdfWriter writer;

  private PdfBook(String title, Instant at, boolean wide, List<Entry> contents, int pages) {
    this.contents = contents;
    Rectangle page = wide ? PageSize.A4.rotate() : PageSize.A4;
    document = new Document(page, MARGIN, MARGIN, MARGIN, BOTTOM);
    writer = PdfWriter.getInstance(document, out);
    writer.setStrictImageSequence(true);
    writer.setPageEvent(new PdfFooter(title, fonts, pages));
    document.addTitle(title);
    document.open();
    GregorianCalendar time = new GregorianCalendar(TimeZone.getTimeZone("GMT+8"));
    time.setTimeInMillis(at.toEpochMilli());
    writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(time));
    writer.getInfo().put(PdfName.MODDATE, new PdfDate(time));
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
  }

  /**
   * Makes a document.
   *
   * @param at stands in it as its time
   * @param wide whether pages lie on their side
   * @param content is called twice: the first time the pages of the chapters are not known yet
   */
  public static byte[] of(String title, Instant at, boolean wide, Consumer<PdfBook> content) {
    PdfBook first = new PdfBook(title, at, wide, List.of(), 0);
    content.accept(first);
    int pages = first.writer.getPageNumber();
    first.document.close();
    PdfBook book = new PdfBook(title, at, wide, first.chapters, pages);
    content.accept(book);
    book.document.close();
    return SameBytes.of(book.out.toByteArray());
  }

  /** A text of the bundle in Chinese. */
  public static String zh(String key, Object... arguments) {
    return Texts.in(Locale.CHINESE, key, arguments);
  }

  /** A text of the bundle in English. */
  public static String en(String key, Object... arguments) {
    return Texts.in(Locale.ENGLISH, key, arguments);
  }

  /** The name of the document, large. */
  public void title(String key, Object... arguments) {
    Paragraph name = new Paragraph(zh(key, arguments), fonts.bold(24, PdfFonts.INK));
    name.setSpacingBefore(70);
    add(name);
    Paragraph english = new Paragraph(en(key, arguments), fonts.regular(12, PdfFonts.QUIET));
    english.setSpacingAfter(24);
    add(english);
  }

  /** The name of a document that has no cover. */
  public void headline(String key) {
    Paragraph name = new Paragraph(zh(key), fonts.bold(16, PdfFonts.INK));
    name.add(new Chunk("   " + en(key), fonts.regular(10, PdfFonts.QUIET)));
    name.setSpacingAfter(10);
    add(name);
  }

  /** A heading with its English; it stands in the table of contents. */
  public void chapter(String key, Object... arguments) {
    String name = zh(key, arguments);
    String english = en(key, arguments);
    if (writer.getVerticalPosition(false) < BOTTOM + 110) {
      document.newPage();
    }
    Chunk chinese = new Chunk(name, fonts.bold(14, PdfFonts.INK));
    chinese.setLocalDestination(destination(chapters.size()));
    Paragraph heading = new Paragraph(chinese);
    heading.add(new Chunk("   " + english, fonts.regular(10, PdfFonts.QUIET)));
    heading.setSpacingBefore(18);
    heading.setSpacingAfter(6);
    heading.setKeepTogether(true);
    add(heading);
    float top = writer.getVerticalPosition(false) + 24;
    new PdfOutline(writer.getRootOutline(), new PdfDestination(PdfDestination.FITH, top), name);
    chapters.add(new Entry(name, english, writer.getPageNumber()));
  }

  private static String destination(int chapter) {
    return "chapter-" + chapter;
  }

  /** A smaller heading. */
  public void section(String chinese, String english) {
    Paragraph heading = new Paragraph(chinese, fonts.bold(10.5f, PdfFonts.INK));
    heading.add(new Chunk("   " + english, fonts.regular(8.5f, PdfFonts.QUIET)));
    heading.setSpacingBefore(10);
    heading.setSpacingAfter(4);
    add(heading);
  }

  /** Chapters with their pages. */
  public void contents() {
    PdfPTable table = new PdfPTable(new float[] {10, 1});
    table.setWidthPercentage(100);
    for (int at = 0; at < contents.size(); at++) {
      Entry entry = contents.get(at);
      Chunk name = new Chunk(entry.name(), fonts.regular(BODY, PdfFonts.INK));
      name.setLocalGoto(destination(at));
      Phrase line = new Phrase(name);
      line.add(new Chunk("   " + entry.english(), fonts.regular(NOTE, PdfFonts.QUIET)));
      table.addCell(plain(line, Element.ALIGN_LEFT));
      table.addCell(
          plain(
              new Phrase(Integer.toString(entry.page()), fonts.regular(BODY, PdfFonts.INK)),
              Element.ALIGN_RIGHT));
    }
    add(table);
  }

  private static PdfPCell plain(Phrase phrase, int align) {
    PdfPCell cell = new PdfPCell(phrase);
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(RULE);
    cell.setBorderWidth(0.3f);
    cell.setPadding(4);
    cell.setLeading(0, CELL_LINE);
    cell.setHorizontalAlignment(align);
    return cell;
  }

  /** A paragraph in Chinese. */
  public void text(String chinese) {
    text(chinese, BODY, PdfFonts.INK);
  }

  /** A paragraph that must not be overlooked. */
  public void alarm(String chinese) {
    text(chinese, BODY, PdfFonts.ALARM);
  }

  /** A remark in small letters. */
  public void note(String text) {
    text(text, NOTE, PdfFonts.QUIET);
  }

  private void text(String text, float size, Color colour) {
    Paragraph paragraph = new Paragraph(fonts.chunk(text, fonts.regular(size, colour)));
    paragraph.setLeading(size * LINE);
    paragraph.setSpacingAfter(3);
    add(paragraph);
  }

  /** Names with their values; a row is a key of the bundle and what stands beside it. */
  public void facts(List<Fact> facts) {
    PdfPTable table = new PdfPTable(new float[] {3, 8});
    table.setWidthPercentage(100);
    table.setSpacingAfter(6);
    for (Fact fact : facts) {
      Phrase name = new Phrase(zh(fact.key()), fonts.regular(BODY, PdfFonts.INK));
      name.add(new Chunk("  " + en(fact.key()), fonts.regular(NOTE, PdfFonts.QUIET)));
      table.addCell(plain(name, Element.ALIGN_LEFT));
      table.addCell(
          plain(
              new Phrase(
                  fonts.chunk(
                      fact.value(),
                      fact.alarming()
                          ? fonts.bold(BODY, PdfFonts.ALARM)
                          : fonts.regular(BODY, PdfFonts.INK))),
              Element.ALIGN_LEFT));
    }
    add(table);
  }

  /**
   * One line of {@link #facts}.
   *
   * @param key of its name in the bundle
   */
  public record Fact(String key, String value, boolean alarming) {

    public static Fact of(String key, Object value) {
      return new Fact(key, value == null ? "–" : value.toString(), false);
    }
  }

  /**
   * A table whose head is repeated on each page.
   *
   * @param heads keys of the bundle
   * @param widths of the columns, against one another
   */
  public void table(List<String> heads, float[] widths, List<List<String>> rows) {
    table(heads, widths, CELL, rows);
  }

  /** As {@link #table}, in letters small enough for hashes. */
  public void fineTable(List<String> heads, float[] widths, List<List<String>> rows) {
    table(heads, widths, FINE, rows);
  }

  private void table(List<String> heads, float[] widths, float size, List<List<String>> rows) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    table.setSpacingBefore(8);
    table.setSpacingAfter(8);
    for (String head : heads) {
      Phrase name = new Phrase(zh(head), fonts.bold(CELL, PdfFonts.INK));
      name.add(new Chunk("\n" + en(head), fonts.regular(6, PdfFonts.QUIET)));
      PdfPCell cell = plain(name, Element.ALIGN_LEFT);
      cell.setBackgroundColor(HEAD);
      table.addCell(cell);
    }
    for (List<String> row : rows) {
      for (String text : row) {
        PdfPCell cell =
            plain(
                new Phrase(
                    fonts.chunk(text == null ? "" : text, fonts.regular(size, PdfFonts.INK))),
                Element.ALIGN_LEFT);
        cell.setPadding(3);
        table.addCell(cell);
      }
    }
    add(table);
  }

  /** A chart over the whole width. */
  public void chart(PdfChart chart) {
    float width = document.right() - document.left();
    Image image = chart.draw(writer, fonts, width);
    image.setSpacingBefore(4);
    add(image);
  }

  public void newPage() {
    document.newPage();
  }

  /** A time of China to the minute, as periods have it. */
  public static String time(Instant instant) {
    String moment = moment(instant);
    return moment.length() > MINUTE ? moment.substring(0, MINUTE) : moment;
  }

  /** A time of China with its seconds. */
  public static String moment(Instant instant) {
    return instant == null ? "" : ChinaTime.format(instant).replace('T', ' ').replace("+08:00", "");
  }

  private void add(Element element) {
    try {
      document.add(element);
    } catch (DocumentException e) {
      throw new IllegalStateException("the document does not take a part", e);
    }
  }
}

package io.touchline.app.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** The title and the number of the page below each. */
final class PdfFooter extends PdfPageEventHelper {

  private static final float SIZE = 7;
  private static final float HEIGHT = 32;

  private final String title;
  private final PdfFonts fonts;
  private final int pages;

  PdfFooter(String title, PdfFonts fonts, int pages) {
    this.title = title;
    this.fonts = fonts;
    this.pages = pages;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        Element.ALIGN_LEFT,
        new Phrase(title, fonts.regular(SIZE, PdfFonts.QUIET)),
        document.left(),
        HEIGHT,
        0);
    String number =
        PdfBook.zh("book.page", Integer.toString(writer.getPageNumber()), Integer.toString(pages));
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        Element.ALIGN_RIGHT,
        new Phrase(number, fonts.regular(SIZE, PdfFonts.QUIET)),
        document.right(),
        HEIGHT,
        0);
  }
}

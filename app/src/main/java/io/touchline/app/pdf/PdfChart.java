package io.touchline.app.pdf;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Means against their limit: a bar a period, those over the limit in red, the limit as a line.
 *
 * @param points in the order of time
 * @param limit in the unit of the points
 * @param unit stands above the axis
 * @param length of one period
 */
public record PdfChart(List<Point> points, BigDecimal limit, String unit, Duration length) {

  /**
   * One mean.
   *
   * @param exceeds whether it is over the limit; of one that is not valid never
   */
  public record Point(Instant start, BigDecimal value, boolean exceeds) {}

  private static final float HEIGHT = 150;
  private static final float LEFT = 42;
  private static final float BELOW = 22;
  private static final float ABOVE = 16;
  private static final float SIZE = 6.5f;
  private static final int LABELS = 6;
  private static final int GRID = 4;
  private static final Color BAR = new Color(0x8F, 0xA3, 0xB5);
  private static final Color AXIS = new Color(0xC9, 0xD0, 0xD6);

  Image draw(PdfWriter writer, PdfFonts fonts, float width) {
    PdfTemplate area = writer.getDirectContent().createTemplate(width, HEIGHT);
    BigDecimal top = top();
    grid(area, fonts, width, top);
    bars(area, width, top);
    line(area, fonts, width, top);
    times(area, fonts, width);
    return Image.getInstance(area);
  }

  /** A tenth above the greatest figure, in two digits. */
  private BigDecimal top() {
    BigDecimal greatest =
        Stream.concat(points.stream().map(Point::value), Stream.of(limit))
            .reduce(BigDecimal.ONE.movePointLeft(9), BigDecimal::max);
    return greatest.multiply(new BigDecimal("1.1")).round(new MathContext(2, RoundingMode.CEILING));
  }

  private void grid(PdfContentByte area, PdfFonts fonts, float width, BigDecimal top) {
    area.setLineWidth(0.3f);
    area.setColorStroke(AXIS);
    for (int step = 0; step <= GRID; step++) {
      BigDecimal value =
          top.multiply(BigDecimal.valueOf(step))
              .divide(BigDecimal.valueOf(GRID), MathContext.DECIMAL32);
      float y = y(value, top);
      area.moveTo(LEFT, y);
      area.lineTo(width, y);
      area.stroke();
      write(
          area,
          fonts,
          PdfFonts.QUIET,
          value.stripTrailingZeros().toPlainString(),
          LEFT - 4,
          y - 2,
          true);
    }
    write(area, fonts, PdfFonts.QUIET, unit, 2, HEIGHT - SIZE, false);
  }

  private void bars(PdfContentByte area, float width, BigDecimal top) {
    float bar = Math.max(0.8f, (width - LEFT) * length.toSeconds() / span() * 0.8f);
    for (Point point : points) {
      area.setColorFill(point.exceeds() ? PdfFonts.ALARM : BAR);
      float y = y(BigDecimal.ZERO, top);
      area.rectangle(x(point.start(), width), y, bar, Math.max(0, y(point.value(), top) - y));
      area.fill();
    }
  }

  private void line(PdfContentByte area, PdfFonts fonts, float width, BigDecimal top) {
    float y = y(limit, top);
    area.setLineWidth(0.9f);
    area.setColorStroke(PdfFonts.ALARM);
    area.moveTo(LEFT, y);
    area.lineTo(width, y);
    area.stroke();
    String text = PdfBook.zh("book.chart.limit", limit.toPlainString(), unit);
    write(area, fonts, PdfFonts.ALARM, text, width, HEIGHT - SIZE, true);
  }

  private void times(PdfContentByte area, PdfFonts fonts, float width) {
    Instant first = points.get(0).start();
    for (int label = 0; label < LABELS; label++) {
      Instant at = first.plusSeconds(span() * label / LABELS);
      write(area, fonts, PdfFonts.QUIET, PdfBook.time(at).substring(5), x(at, width), 8, false);
    }
  }

  private long span() {
    Instant last = points.get(points.size() - 1).start();
    return Duration.between(points.get(0).start(), last).plus(length).toSeconds();
  }

  private float x(Instant at, float width) {
    float share = (float) Duration.between(points.get(0).start(), at).toSeconds() / span();
    return LEFT + share * (width - LEFT);
  }

  private static float y(BigDecimal value, BigDecimal top) {
    float share = value.divide(top, MathContext.DECIMAL32).floatValue();
    return BELOW + share * (HEIGHT - BELOW - ABOVE);
  }

  private static void write(
      PdfContentByte area,
      PdfFonts fonts,
      Color colour,
      String text,
      float x,
      float y,
      boolean right) {
    area.setColorFill(colour);
    area.beginText();
    area.setFontAndSize(fonts.base(), SIZE);
    area.showTextAligned(
        right ? PdfContentByte.ALIGN_RIGHT : PdfContentByte.ALIGN_LEFT, text, x, y, 0);
    area.endText();
  }
}

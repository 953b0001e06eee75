package io.touchline.fleet.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  @Test
  void quotesHoldCommasQuotesAndLineBreaks() throws IOException {
    CsvRows rows = new CsvRows(new StringReader("\uFEFF1, \"a,\"\"b\"\"\nc\" ,\r\n\n2,x\n"));

    assertThat(rows.next()).containsExactly("1", "a,\"b\"\nc", "");
    assertThat(rows.line()).isEqualTo(1);
    assertThat(rows.next()).containsExactly("2", "x");
    assertThat(rows.line()).isEqualTo(4);
    assertThat(rows.next()).isNull();
  }

  @Test
  void aFileThatEndsInsideQuotesGivesWhatThereIs() throws IOException {
    assertThat(new CsvRows(new StringReader("1,\"open")).next()).containsExactly("1", "open");
  }

  @Test
  void aQuoteWithinACellStandsForItself() throws IOException {
    CsvRows rows = new CsvRows(new StringReader("5\" pipe,1\n2,3\n"));

    assertThat(rows.next()).containsExactly("5\" pipe", "1");
    assertThat(rows.next()).containsExactly("2", "3");
  }

  @Test
  void aQuoteThatNeverClosesIsRefusedBeforeItFillsTheMemory() {
    CsvRows rows = new CsvRows(new StringReader("\"1,2\n" + "3,4\n".repeat(1 << 19)));

    assertThatThrownBy(rows::next).hasMessageContaining("line 1 does not close");
  }
}

package io.touchline.hj212;

import io.touchline.hj212.Specimens.Specimen;
import io.touchline.hj212.Verdict.Rejected;
import java.util.Locale;

/** {@code docs/diagnoses.md}: what the decoder remarks on, with a frame for each that it judged. */
final class DiagnosesPage {

  private static final int LONGEST = 420;

  private DiagnosesPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Diagnosis diagnosis : Diagnosis.values()) {
      section(page, diagnosis);
    }
    return page.append(OTHERS).toString();
  }

  private static void section(StringBuilder page, Diagnosis diagnosis) {
    Specimen specimen = Specimens.of(diagnosis);
    Verdict verdict = specimen.verdict();
    page.append("\n## `").append(diagnosis.code()).append("`\n\n");
    page.append("| 异常 What is odd | 处理 Mend |\n|---|---|\n");
    for (Locale language : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
      page.append("| ").append(diagnosis.odd(language).replace("|", "\\|"));
      page.append(" | ").append(diagnosis.mend(language)).append(" |\n");
    }
    page.append('\n').append(outcome(specimen, verdict)).append("\n\n```\n");
    page.append(visible(specimen.frame())).append("\n```\n");
  }

  private static String outcome(Specimen specimen, Verdict verdict) {
    if (verdict instanceof Rejected rejected) {
      String reason = "`" + rejected.reason().code() + "`";
      return isOfADialect(specimen, rejected)
          ? "拒收 Rejected: " + reason + "。按该站登记的方言可接收 Accepted in a dialect that is registered."
          : "拒收 Rejected: " + reason + ".";
    }
    return specimen.keys().isEmpty()
        ? "接收 Accepted."
        : "以登记的密钥接收 Accepted with the registered key `0123456789abcdef`.";
  }

  private static boolean isOfADialect(Specimen specimen, Rejected rejected) {
    return rejected.diagnoses().contains(Diagnosis.LOOKS_ENCRYPTED)
        || Dialect.fitting(specimen.frame()).isPresent();
  }

  /** As {@code decode} takes it: bytes that are no printable ASCII are {@code \xHH}. */
  private static String visible(byte[] frame) {
    StringBuilder text = new StringBuilder();
    String rest = Frames.text(frame);
    String line = rest.endsWith("\r\n") ? rest.substring(0, rest.length() - 2) : rest;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      text.append(c >= ' ' && c < 0x7F && c != '\\' ? c : String.format("\\x%02X", (int) c));
    }
    return text.length() <= LONGEST
        ? text.toString()
        : text.substring(0, LONGEST / 2) + "..." + text.substring(text.length() - LONGEST / 8);
  }

  private static final String INTRODUCTION =
      """
      # 诊断 Diagnoses

      `touchline decode` 对每个数据包给出诊断：代码固定，文字给人看。诊断不改变结论。
      `touchline decode` says of each frame what is odd about it: the code is stable, the text is for
      people. A diagnosis never changes a verdict. This page is written by a test, which decodes each
      frame shown here; `\\xHH` is one byte, the line break is left out, and of a very long frame the
      middle.

      中文说明在前，英文在后。“拒收”的数据包进隔离区，原始字节保留；“方言”指该站登记的校验算法、长度算法和密钥。
      Rejected frames go to quarantine with their bytes. A dialect is the check code, the taking of the
      length and the keys that are registered for a station.
      """;

  private static final String OTHERS =
      """

      ## 单个数据包看不出的 What one frame cannot show

      | 异常 What is odd | 何处处理 Where it is dealt with |
      |---|---|
      | 一次收到半包或多包 Frames that arrive in pieces or several at once | 分帧 `FrameScanner` |
      | 时间戳为时段末 Periods stamped with their end | 站点方言 the station's dialect |
      | 同一数据包多次发送 The same packet many times | 按因子和时间只存一次，每次都应答 stored once, answered every time |
      | 单位与附录B不同 Units other than those of tables B | 站点的因子映射 the station's factor map |
      | 分包缺失、重复、矛盾 Parts lost, repeated or contradicting | `PartJoiner` |
      """;
}

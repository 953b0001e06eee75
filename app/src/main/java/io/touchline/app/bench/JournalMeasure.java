package io.touchline.app.bench;

import java.util.Locale;

/** What the scenarios of the journal measure, in words, with its unit. */
enum JournalMeasure {
  YEAR("s", "a year of hours re-derived, median of the runs", "重新推导一年小时数据，各次中位数"),
  YEAR_CPU("CPU-s", "processor time of that run", "该次所用处理器时间"),
  YEAR_COLD("s", "the first run, code not yet compiled", "首次（代码尚未编译）"),
  YEAR_BASELINE(
      "CPU-s", "the same frames decoded and written as JSON, nothing more", "同样的帧仅解码并写为 JSON"),
  YEAR_TO_BASELINE("×", "re-derived, to decoded and written, by CPU", "重新推导与仅解码并写出之比，按处理器时间"),
  YEAR_HOURS("", "means of hours published in a run", "每次发布的小时均值"),

  CLOSE(
      "s", "from the first frame past the hour to the last published mean", "从首个越过该小时的帧到最后一个均值发布"),
  CLOSE_COLD("s", "the first hour to close, code not yet compiled", "首个结束的小时（代码尚未编译）"),
  CLOSE_OUTLETS("", "outlets whose hour closes", "小时结束的排口"),
  CLOSE_BASELINE("CPU-s", "the frames of an hour decoded and written as JSON", "一小时的帧仅解码并写为 JSON"),
  CLOSE_TO_BASELINE("×", "closed, to decoded and written", "小时结束与仅解码并写出之比"),
  CLOSE_TAKEN("/s", "minute frames taken in before, the whole way", "此前每秒接收的分钟帧，全程"),

  STATE("B", "keys and values of all stores, an outlet-day", "全部状态存储的键与值，每排口每日"),
  STATE_UPLOADS("B", "of them what the logger said", "其中原始上报"),
  STATE_MEANS("B", "of them hours and days as published", "其中已发布的小时与日均值"),
  STATE_FRAMES("B", "the frames themselves, an outlet-day", "原始帧，每排口每日"),
  STATE_TO_FRAMES("×", "state, to the frames", "状态与原始帧之比");

  private final String unit;
  private final String en;
  private final String zh;

  JournalMeasure(String unit, String en, String zh) {
    this.unit = unit;
    this.en = en;
    this.zh = zh;
  }

  String unit() {
    return unit;
  }

  /** In English for an English locale, in Chinese for any other. */
  String text(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}

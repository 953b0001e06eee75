package io.touchline.fleet.bench;

import java.util.Locale;

/** What scenarios measure, in words, with its unit. */
public enum Measure {
  DECODE_MINUTE("/CPU-s", "2051 frames decoded to a packet", "2051 帧解码为数据包"),
  DECODE_MINUTE_TO_CRC("×", "the same, to the bare check code by table", "同上，与查表法裸 CRC 之比"),
  DECODE_MINUTE_BYTES("B", "allocated for one of them", "每帧分配内存"),
  CRC_TABLE("/CPU-s", "bare check code, a table look a byte", "裸 CRC，逐字节查表"),
  CRC_BITWISE("/CPU-s", "bare check code, bit by bit as printed", "裸 CRC，按附录 A 逐位计算"),
  CRC_COLUMNS("/CPU-s", "bare check code, by columns as here", "裸 CRC，本项目按列计算"),
  DECODE_HOUR("/CPU-s", "2061 frames decoded", "2061 帧解码"),
  DECODE_CIPHER("/CPU-s", "enciphered 2051 frames decoded", "加密 2051 帧解码"),
  DECODE_REJECTED("/CPU-s", "frames with a wrong check code rejected", "CRC 错误帧判定"),
  DECODE_STREAM("/CPU-s", "frames cut from a stream and decoded", "从字节流切帧并解码"),
  READ_ITEMS("/CPU-s", "2051 decoded and every value read as text", "2051 解码并逐项取值"),
  READ_FACTORS("/CPU-s", "2051 decoded to a map of factors", "2051 解码为因子表"),
  ANSWER("/CPU-s", "answers written", "应答生成"),

  PRODUCER_RATE(
      "/s", "Kafka's producer alone, the same bytes, acks=all", "Kafka 生产者单独写入，同样字节，acks=all"),
  GATEWAY_RATE("/s", "frames acknowledged by the gateway", "网关已应答帧"),
  GATEWAY_TO_PRODUCER("×", "the same, to Kafka's producer", "同上，与 Kafka 生产者之比"),
  GATEWAY_CPU("µs", "gateway CPU a frame", "网关每帧 CPU"),
  BROKER_CPU("µs", "broker CPU a frame", "消息服务器每帧 CPU"),
  CLIENT_CPU("µs", "load client CPU a frame", "负载端每帧 CPU"),
  PRODUCER_CPU("µs", "Kafka's producer alone, its CPU a record", "Kafka 生产者单独写入，每条 CPU"),
  ACK_MEDIAN("ms", "acknowledgement, median", "应答时延中位数"),
  ACK_99("ms", "acknowledgement, 99th percentile", "应答时延 99 百分位"),

  CONNECTIONS("", "idle connections held", "保持的空闲连接"),
  BYTES_PER_CONNECTION("B", "heap and direct memory for each", "每连接堆内与堆外内存"),
  HEAP_PER_CONNECTION("B", "heap alone", "其中堆内"),
  DIRECT_PER_CONNECTION("B", "direct memory alone", "其中堆外"),
  CALM_MEDIAN("ms", "acknowledgement without them, median", "无空闲连接时应答时延中位数"),
  CALM_99("ms", "acknowledgement without them, 99th percentile", "无空闲连接时应答时延 99 百分位"),
  CROWDED_MEDIAN("ms", "acknowledgement with them, median", "有空闲连接时应答时延中位数"),
  CROWDED_99("ms", "acknowledgement with them, 99th percentile", "有空闲连接时应答时延 99 百分位"),

  FUZZED("", "mutated and generated frames judged", "变异与生成的帧"),
  FUZZED_RATE("/s", "of them a second, all cores", "每秒处理，全部核"),
  FUZZED_BYTES("B", "bytes fed to the scanner", "送入切帧器的字节"),
  FUZZED_ACCEPTED("", "accepted among them", "其中被接受"),
  FUZZED_FAULTS("", "faults found", "发现的缺陷"),

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

  DISK("B", "on the disk, compacted, all stores, an outlet-day", "磁盘占用（压实后），全部状态存储，每排口每日"),
  DISK_UPLOADS("B", "of them what the logger said", "其中原始上报"),
  DISK_MEANS("B", "of them hours and days as published", "其中已发布的小时与日均值"),
  STATE("B", "keys and values of all stores, an outlet-day", "全部状态存储的键与值，每排口每日"),
  STATE_UPLOADS("B", "of them what the logger said", "其中原始上报"),
  STATE_MEANS("B", "of them hours and days as published", "其中已发布的小时与日均值"),
  STATE_FRAMES("B", "the frames themselves, an outlet-day", "原始帧，每排口每日"),
  STATE_TO_FRAMES("×", "state, to the frames", "状态与原始帧之比"),

  REGISTRY_IMPORT("s", "the registry read, checked and imported", "登记库读取、校验并导入"),
  REGISTRY_READ("s", "of them read and checked", "其中读取与校验"),
  REGISTRY_HEAP("MiB", "most heap meanwhile", "期间堆内存峰值"),
  TOTALS_LAG("s", "from the last outlet's mean to the province's sum of all", "从最后一个排口均值到全省合计"),
  TOTALS_OUTLETS("", "outlets that report the same hour", "同时上报该小时的排口"),
  TOTALS_FORMED("/s", "hours formed and judged, the whole way", "每秒形成并判定的小时，全程"),
  TOTALS_MEMORY("MiB", "most memory of the journal, heap and stores", "日志进程内存峰值（堆与状态存储）");

  private final String unit;
  private final String en;
  private final String zh;

  Measure(String unit, String en, String zh) {
    this.unit = unit;
    this.en = en;
    this.zh = zh;
  }

  public String unit() {
    return unit;
  }

  /** In English for an English locale, in Chinese for any other. */
  public String text(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}

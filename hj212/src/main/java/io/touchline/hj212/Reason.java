package io.touchline.hj212;

/** Why bytes were not taken as a packet. The code labels quarantined records and counters. */
public enum Reason {
  NO_HEADER("no-header", "no frame head ## with a length", "没有包头##和长度"),
  TRUNCATED("truncated", "the frame ends before its declared length", "数据包不完整"),
  OVERSIZED("oversized", "the declared length is over the limit", "声明长度超出上限"),
  BAD_LENGTH("bad-length", "the length field does not match the segment", "数据段长度不符"),
  BAD_CRC("bad-crc", "the check code does not match the segment", "CRC校验错误"),
  NO_CP_END("no-cp-end", "the segment does not close with CP=&&...&&", "CP数据区没有以&&结束"),
  BAD_FIELD("bad-field", "a header field cannot be read", "数据段字段有误"),
  NO_MN("no-mn", "the device id MN is missing", "缺少设备唯一标识MN");

  private final String code;
  private final String en;
  private final String zh;

  Reason(String code, String en, String zh) {
    this.code = code;
    this.en = en;
    this.zh = zh;
  }

  /** The stable name in records, metrics and the command line: {@code bad-crc}. */
  public String code() {
    return code;
  }

  /** One line for a person, in English. */
  public String en() {
    return en;
  }

  /** One line for a person, in Chinese. */
  public String zh() {
    return zh;
  }
}

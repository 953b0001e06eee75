package io.touchline.hj212;

/**
 * A remark on a frame, with its mend, for the people who look after the logger. It never changes a
 * verdict. The code is stable; the texts are for people.
 */
public enum Diagnosis {
  LOWER_CASE_CRC(
      "lower-case-crc",
      "The check code is in lower case; send A-F in upper case.",
      "CRC为小写，应改用大写十六进制。"),
  CRC_IS_MODBUS(
      "crc-is-modbus",
      "The check code is CRC-16/MODBUS; shift the register by 8 before each byte (Appendix A).",
      "CRC用了MODBUS算法，应按附录A:每字节先将寄存器右移8位再异或。"),
  CRC_IS_MODBUS_SWAPPED(
      "crc-is-modbus-swapped",
      "The check code is CRC-16/MODBUS, low byte first; use Appendix A, high byte first.",
      "CRC用了MODBUS算法且低字节在前，应按附录A计算，高字节在前。"),
  CRC_BYTES_SWAPPED(
      "crc-bytes-swapped",
      "The check code is right but low byte first; send the high byte first.",
      "CRC高低字节颠倒，应高字节在前。"),
  CRC_COVERS_HEAD(
      "crc-covers-head",
      "The check code also covers ## or the length; compute it over the data segment only.",
      "CRC计算包含了包头或长度，只应计算数据段。"),
  CRC_WITHOUT_CLOSING(
      "crc-without-closing",
      "The check code leaves out the closing &&; compute it over the whole data segment.",
      "CRC计算漏了结尾的&&,应计算整个数据段。"),
  CRC_OTHER_ALGORITHM(
      "crc-other-algorithm",
      "Appendix A yields only 256 codes and this is none of them; the logger uses another algorithm.",
      "附录A算法只有256种结果，此CRC不在其中，数采仪用了别的算法。"),
  CRC_NOT_HEX(
      "crc-not-hex",
      "The check code is not four hexadecimal digits; send it as text.",
      "CRC不是四位十六进制字符，应以文本发送。"),
  LENGTH_COUNTS_CHARACTERS(
      "length-counts-characters",
      "The length counts characters; count the bytes of the data segment as sent.",
      "长度按字符计算，应按数据段实际字节数计算。"),
  LENGTH_COUNTS_CRC(
      "length-counts-crc",
      "The length counts the check code too (+4); count the data segment only.",
      "长度多算了CRC的4字节，只应计算数据段。"),
  LENGTH_COUNTS_HEAD_OR_TAIL(
      "length-counts-head-or-tail",
      "The length counts part of the head or tail (+2, +6, +8); count the data segment only.",
      "长度多算了包头或包尾(+2、+6、+8),只应计算数据段。"),
  LENGTH_COUNTS_FRAME(
      "length-counts-frame",
      "The length counts the whole frame (+10, +12); count the data segment only.",
      "长度算成了整包(+10、+12),只应计算数据段。"),
  LENGTH_WRONG(
      "length-wrong",
      "The length is not that of the data segment; count its bytes anew for every frame.",
      "长度与数据段字节数不符，应逐包重新计算。"),
  LENGTH_NOT_FOUR_DIGITS(
      "length-not-four-digits",
      "The length is not four decimal digits; pad with zeros: 0136.",
      "长度不是四位十进制数字，应补零，如0136。"),
  CP_END_MISSING(
      "cp-end-missing",
      "The closing && of CP is missing or cut; end the segment with &&.",
      "CP结尾的&&缺失或不完整，数据段应以&&结束。"),
  BYTES_AFTER_FRAME(
      "bytes-after-frame",
      "More bytes follow the check code; send CR LF and then the next frame.",
      "CRC之后还有多余字节，应先发回车换行再发下一包。"),
  NO_CRLF(
      "no-crlf",
      "No CR LF after the check code; end every frame with CR LF.",
      "包尾缺少回车换行，每包应以<CR><LF>结束。"),
  SEGMENT_OVER_1024(
      "segment-over-1024",
      "The data segment is over 1024 bytes; split it with PNUM and PNO.",
      "数据段超过1024字节，应用PNUM、PNO分包。"),
  GBK_TEXT("gbk-text", "The text is GBK; send UTF-8 (6.3).", "中文为GBK编码，应使用UTF-8(6.3)。"),
  UNREADABLE_TEXT(
      "unreadable-text",
      "Some bytes are neither UTF-8 nor GBK text; send printable text.",
      "部分字节既非UTF-8也非GBK，应发送可读文本。"),
  LOOKS_ENCRYPTED(
      "looks-encrypted",
      "CP looks encrypted (SM4, HJ 212-2025 6.4); register the logger's key.",
      "CP疑似SM4加密(HJ 212-2025 6.4),请登记该数采仪的密钥。"),
  KEY_DOES_NOT_FIT(
      "key-does-not-fit",
      "CP looks encrypted, but with none of the registered keys; agree on the key anew (CN 1014).",
      "CP疑似已加密，但登记的密钥均不能解密，应重新协商密钥(CN 1014)。"),
  ENCIPHERED(
      "enciphered",
      "CP came encrypted (SM4, HJ 212-2025 6.4) and was deciphered; nothing to mend.",
      "CP以SM4加密(HJ 212-2025 6.4)，已解密，无需处理。"),
  ENCIPHERED_IN_PRINT(
      "enciphered-in-print",
      "CP came encrypted and written out as {0x..}, and was deciphered; send the bytes themselves.",
      "CP加密后以{0x..}文本形式发送，已解密，应直接发送密文字节。"),
  QN_MISSING(
      "qn-missing",
      "QN is missing, so the upload cannot be answered; send the time to the millisecond.",
      "缺少请求编码QN，无法应答，应发送精确到毫秒的时间戳。"),
  QN_ODD(
      "qn-odd",
      "QN is no time of 17 digits; send YYYYMMDDhhmmsszzz.",
      "QN不是17位时间戳，应为YYYYMMDDhhmmsszzz。"),
  FLAG_ODD(
      "flag-odd",
      "Flag is no number from 0 to 255 with a known version; send 4 or 5 (2017), 8 or 9 (2025).",
      "Flag不是0-255或版本未知，2017版应为4或5,2025版应为8或9。"),
  SPLIT_BIT_WITHOUT_PARTS(
      "split-bit-without-parts",
      "Flag says split but PNUM or PNO is missing; clear bit 1 or send both.",
      "Flag标明分包但缺少PNUM或PNO，应清除第1位或补齐两者。"),
  PARTS_WITHOUT_SPLIT_BIT(
      "parts-without-split-bit",
      "PNUM and PNO without the split bit of Flag; set bit 1.",
      "有PNUM、PNO但Flag未标明分包，应置第1位。"),
  HEADER_SEPARATOR(
      "header-separator",
      "A separator between header fields is wrong or missing; put one ; between fields.",
      "数据段字段间分隔符错误或缺失，应以一个；分隔。"),
  FIELD_ODD(
      "field-odd",
      "A field is not name=value; it is kept in the frame but not read.",
      "有字段不是“名称=值”的形式，原文保留但未解析。"),
  FLAG_KEY_CASE(
      "flag-key-case", "A data mark is written x-flag; write x-Flag.", "数据标记写成了x-flag，应为x-Flag。"),
  FACTOR_REPEATED(
      "factor-repeated",
      "One factor's value comes twice in the frame; the last one is read.",
      "同一因子的同一数据重复出现，以最后一个为准。"),
  DATA_TIME_ODD(
      "data-time-odd",
      "DataTime is missing or no time; send YYYYMMDDhhmmss.",
      "DataTime缺失或不是有效时间，应为YYYYMMDDhhmmss。");

  private final String code;
  private final String en;
  private final String zh;

  Diagnosis(String code, String en, String zh) {
    this.code = code;
    this.en = en;
    this.zh = zh;
  }

  /** The stable name in records and on the command line: {@code crc-is-modbus}. */
  public String code() {
    return code;
  }

  /** What is odd and how to mend it, one line, in English. */
  public String en() {
    return en;
  }

  /** What is odd and how to mend it, one line, in Chinese. */
  public String zh() {
    return zh;
  }
}

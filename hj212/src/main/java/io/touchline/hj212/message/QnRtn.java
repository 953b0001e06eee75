package io.touchline.hj212.message;

import java.util.Optional;

/**
 * What a 9011 says of a request (请求返回), HJ 212-2017 table 7. The 2005 edition has 1 to 3 only, as
 * far as its copies show; the table of 2025 was not at hand. Other numbers are met: they are read
 * as numbers and have no name.
 */
public enum QnRtn {
  READY(1, "ready to execute", "准备执行请求"),
  REFUSED(2, "request refused", "请求被拒绝"),
  PASSWORD(3, "wrong password", "PW错误"),
  DEVICE_ID(4, "wrong device id", "MN错误"),
  SYSTEM_CODE(5, "wrong system code", "ST错误"),
  FLAG(6, "wrong Flag", "Flag错误"),
  REQUEST_NUMBER(7, "wrong request number", "QN错误"),
  COMMAND_CODE(8, "wrong command code", "CN错误"),
  CHECK_CODE(9, "wrong check code", "CRC校验错误"),
  UNSPECIFIED(100, "unspecified error", "未知错误");

  private final int number;
  private final String en;
  private final String zh;

  QnRtn(int number, String en, String zh) {
    this.number = number;
    this.en = en;
    this.zh = zh;
  }

  /** The value of a number, empty for one that the table does not have. */
  public static Optional<QnRtn> of(int number) {
    for (QnRtn value : values()) {
      if (value.number == number) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  public int number() {
    return number;
  }

  public String en() {
    return en;
  }

  public String zh() {
    return zh;
  }
}

package io.touchline.hj212.message;

import java.util.Optional;

/**
 * What a 9012 says of an execution (执行结果), HJ 212-2017 table 6. The 2005 edition has 1, 2 and 100
 * only, as far as its copies show; the table of 2025 was not at hand. Other numbers are met: they
 * are read as numbers and have no name.
 */
public enum ExeRtn {
  DONE(1, "done", "执行成功"),
  FAILED(2, "failed, reason unknown", "执行失败，但不知道原因"),
  CONDITIONS(3, "failed, the conditions are not met", "执行失败，命令请求条件错误"),
  TIMEOUT(4, "timed out", "通讯超时"),
  BUSY(5, "the system is busy", "系统繁忙不能执行"),
  FAULT(6, "the system has a fault", "系统故障"),
  NO_DATA(100, "no data", "没有数据");

  private final int number;
  private final String en;
  private final String zh;

  ExeRtn(int number, String en, String zh) {
    this.number = number;
    this.en = en;
    this.zh = zh;
  }

  /** The value of a number, empty for one that the table does not have. */
  public static Optional<ExeRtn> of(int number) {
    for (ExeRtn value : values()) {
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

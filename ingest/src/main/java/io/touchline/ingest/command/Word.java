package io.touchline.ingest.command;

import java.util.Map;

/** One thing that a logger says to a request. */
sealed interface Word {

  /**
   * 9011 (请求应答).
   *
   * @param qnRtn null where it cannot be read
   */
  record Promise(Integer qnRtn) implements Word {
    /** QnRtn 1 of HJ 212-2017 table 7; a promise without a number is one still. */
    boolean willDo() {
      return qnRtn == null || qnRtn == 1;
    }
  }

  /**
   * 9012 (执行结果).
   *
   * @param exeRtn null where it cannot be read
   */
  record Result(Integer exeRtn) implements Word {}

  /** 9013 (通知应答), or 9014 in its place. */
  record Noted() implements Word {}

  /** The answer to a question, or a part of it. */
  record Reply(Map<String, String> values) implements Word {}

  /** A data frame that the request asked for. */
  record DataFrame() implements Word {}
}

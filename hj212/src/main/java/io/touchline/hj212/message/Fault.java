package io.touchline.hj212.message;

/**
 * What is wrong with one field of a message, as a value: where, what, and what it must be.
 *
 * @param field its name in the standard; {@code CN} where the command itself is the fault
 * @param found the text that stands there, empty where none does; never a password or a key
 * @param wantsEn what the field must be, in English, to follow "must be"
 * @param wantsZh the same in Chinese, to follow 应为
 */
public record Fault(String field, Problem problem, String found, String wantsEn, String wantsZh) {

  /** The kinds of fault. */
  public enum Problem {
    /** The field is not there and must be. */
    MISSING,
    /** The field is there and not as the standard has it. */
    WRONG,
    /** The command or the field is none of this edition's. */
    FOREIGN
  }

  /** One sentence for people, in English. */
  public String en() {
    return switch (problem) {
      case MISSING -> field + " is missing; it must be " + wantsEn + ".";
      case WRONG ->
          found.isEmpty()
              ? field + " must be " + wantsEn + "."
              : field + " is " + found + "; it must be " + wantsEn + ".";
      case FOREIGN -> (field + " " + found).strip() + " does not belong here; use " + wantsEn + ".";
    };
  }

  /** One sentence for people, in Chinese. */
  public String zh() {
    return switch (problem) {
      case MISSING -> "缺少" + field + "，应为" + wantsZh + "。";
      case WRONG ->
          found.isEmpty()
              ? field + "应为" + wantsZh + "。"
              : field + "的值“" + found + "”有误，应为" + wantsZh + "。";
      case FOREIGN -> field + found + "不适用，应使用" + wantsZh + "。";
    };
  }
}

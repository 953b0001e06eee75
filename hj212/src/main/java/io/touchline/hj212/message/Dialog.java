package io.touchline.hj212.message;

import java.util.List;

/** What a message sets going: which frames are due after it (HJ 212-2017 6.6 and appendix C). */
public enum Dialog {
  /** A setting or a control action. */
  SET(Due.REQUEST_ANSWER, Due.RESULT),
  /** A question; its answer has the same command code and the same request number. */
  GET(Due.REQUEST_ANSWER, Due.DATA, Due.RESULT),
  /** A question for a span of time; any number of uploads follow, none of them too. */
  HISTORY(Due.REQUEST_ANSWER, Due.HISTORY_DATA, Due.RESULT),
  /** A wish for uploads on an interval, which begin after the result and go on until stopped. */
  START(Due.REQUEST_ANSWER, Due.RESULT),
  /** News, either way. */
  NOTICE(Due.NOTICE_ANSWER),
  /** Data, or the answer to a question, which is written like data. */
  UPLOAD(Due.DATA_REPLY),
  /** A login of 2005. */
  LOGIN(Due.LOGIN_ANSWER),
  /** An answer. Nothing is ever due to one. */
  ANSWER,
  /** A command code that no edition has; what is due cannot be known. */
  UNKNOWN;

  /** One kind of frame that the other side owes. */
  public enum Due {
    /** 9011, the request's QN. Owed even where the request is refused, and then nothing else is. */
    REQUEST_ANSWER,
    /** One frame of the request's own command code, the request's QN. */
    DATA,
    /** Frames of the request's own command code, each with a QN of its own. */
    HISTORY_DATA,
    /** 9012, the request's QN; the last frame of the dialog. */
    RESULT,
    /** 9013, the notice's QN, if bit 0 of its Flag asks. */
    NOTICE_ANSWER,
    /** 9014, the upload's QN, if bit 0 of its Flag asks. */
    DATA_REPLY,
    /** 9022, the login's QN, if bit 0 of its Flag asks. */
    LOGIN_ANSWER
  }

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Due> due;

  Dialog(Due... due) {
    this.due = List.of(due);
  }

  /** What is due, in the order in which it comes. */
  public List<Due> due() {
    return due;
  }

  /** Whether the other side first says by 9011 if it will do what is asked. */
  public boolean isRequest() {
    return due.contains(Due.RESULT);
  }
}

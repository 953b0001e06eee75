package io.touchline.ingest.command;

import io.touchline.contract.CommandResultRecord.State;

/**
 * Where the exchange about one request stands. Pure: time is an argument, in nanoseconds of any
 * clock that never goes back.
 *
 * <p>The way of HJ 212-2017 6.6: asked, sent again until a 9011 comes, then never again; the 9012
 * ends it. Loggers that leave a step out are understood by the steps that they do send: data or a
 * 9012 without a 9011 is as good as one.
 */
sealed interface Dialog {

  /** ExeRtn of HJ 212-2017 table 6. */
  int EXECUTED = 1;

  int NO_DATA = 100;

  /**
   * How long to wait for what.
   *
   * @param overTime for the 9011, and for what is still missing when the rest has come
   * @param reCount how often the request is sent again
   * @param patience for the 9012
   */
  record Terms(Course course, long overTime, int reCount, long patience) {}

  Heard heard();

  /** The dialog after one more word of the logger. */
  Dialog hears(Word word, long now);

  /** The dialog after nothing came until {@link #until}. */
  Dialog hearsNothing(long now);

  /** When nothing more is waited for; {@link Long#MAX_VALUE} when it is over. */
  long until();

  /** The request goes out. */
  static Dialog begin(Terms terms, long now) {
    return new Asked(terms, 1, Heard.NOTHING, now + terms.overTime());
  }

  /** Asked, and no word yet that it will be done. */
  record Asked(Terms terms, int attempt, Heard heard, long until) implements Dialog {
    @Override
    public Dialog hears(Word word, long now) {
      if (word instanceof Word.Promise promise) {
        Heard more = heard.withQnRtn(promise.qnRtn());
        return promise.willDo() ? promised(more, now) : new Over(State.REFUSED, more, null);
      }
      if (word instanceof Word.Noted) {
        return terms.course() == Course.NOTICE ? new Over(State.DONE, heard, null) : this;
      }
      return promised(heard, now).hears(word, now);
    }

    private Dialog promised(Heard more, long now) {
      return new Promised(terms, more, now + terms.patience());
    }

    @Override
    public Dialog hearsNothing(long now) {
      return attempt > terms.reCount()
          ? new Over(State.UNANSWERED, heard, null)
          : new Asked(terms, attempt + 1, heard, now + terms.overTime());
    }
  }

  /** The logger said, or showed, that it will. */
  record Promised(Terms terms, Heard heard, long until) implements Dialog {
    @Override
    public Dialog hears(Word word, long now) {
      if (word instanceof Word.Promise promise) {
        return promise.willDo()
            ? this
            : new Over(State.REFUSED, heard.withQnRtn(promise.qnRtn()), null);
      }
      if (word instanceof Word.Result result) {
        return executed(heard.withExeRtn(result.exeRtn()), now);
      }
      if (word instanceof Word.Reply reply) {
        return replied(heard.withValues(reply.values()), now);
      }
      if (word instanceof Word.DataFrame && terms.course() == Course.HISTORY) {
        return new Promised(terms, heard.withFrame(), now + terms.patience());
      }
      return word instanceof Word.Noted && terms.course() == Course.NOTICE
          ? new Over(State.DONE, heard, null)
          : this;
    }

    private Dialog replied(Heard more, long now) {
      if (terms.course() != Course.QUESTION) {
        return this;
      }
      return more.exeRtn() != null
          ? new Over(State.DONE, more, null)
          : new Promised(terms, more, now + terms.overTime());
    }

    private Dialog executed(Heard more, long now) {
      Integer exeRtn = more.exeRtn();
      if (exeRtn == null) {
        return new Over(State.UNKNOWN, more, "a 9012 came whose ExeRtn cannot be read");
      }
      boolean asksData = terms.course() == Course.HISTORY || terms.course() == Course.QUESTION;
      if (exeRtn == NO_DATA && asksData && !more.answered()) {
        return new Over(State.NO_DATA, more, null);
      }
      if (exeRtn != EXECUTED) {
        return new Over(State.FAILED, more, null);
      }
      // The answer may come behind the 9012.
      return terms.course() == Course.QUESTION && !more.answered()
          ? new Promised(terms, more, now + terms.overTime())
          : new Over(State.DONE, more, null);
    }

    @Override
    public Dialog hearsNothing(long now) {
      if (terms.course() == Course.QUESTION && heard.answered()) {
        return new Over(State.DONE, heard, "the answer came, the 9012 did not");
      }
      if (heard.exeRtn() != null) {
        return new Over(State.FAILED, heard, "the 9012 says done, and no answer came");
      }
      return new Over(State.UNKNOWN, heard, null);
    }
  }

  /** No more is waited for. */
  record Over(State outcome, Heard heard, String detail) implements Dialog {
    @Override
    public Dialog hears(Word word, long now) {
      return this;
    }

    @Override
    public Dialog hearsNothing(long now) {
      return this;
    }

    @Override
    public long until() {
      return Long.MAX_VALUE;
    }
  }
}

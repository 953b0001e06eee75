package io.touchline.hj212.message;

import io.touchline.hj212.Parameters;
import java.util.Optional;

/**
 * Answers, heartbeat and login (交互命令, 9000 to 9999). In the 2005 way the QN they answer stands in
 * their own CP; {@link Envelope} sees to that.
 */
public sealed interface Interaction extends Known {

  /** 9011 (请求应答): whether the logger will do what it was asked. */
  record RequestAnswer(Parameters parameters) implements Interaction {
    public static RequestAnswer of(QnRtn value) {
      return of(value.number());
    }

    public static RequestAnswer of(int number) {
      return new RequestAnswer(Parameters.of("QnRtn", Integer.toString(number)));
    }

    /** The number, also one without a name. */
    public Optional<Integer> number() {
      return Fields.QN_RTN.in(parameters);
    }

    public Optional<QnRtn> qnRtn() {
      return number().flatMap(QnRtn::of);
    }

    @Override
    public MessageType type() {
      return MessageType.REQUEST_ANSWER;
    }
  }

  /** 9012 (执行结果): how it went. The dialog ends with it. */
  record ExecutionResult(Parameters parameters) implements Interaction {
    public static ExecutionResult of(ExeRtn value) {
      return of(value.number());
    }

    public static ExecutionResult of(int number) {
      return new ExecutionResult(Parameters.of("ExeRtn", Integer.toString(number)));
    }

    /** The number, also one without a name. */
    public Optional<Integer> number() {
      return Fields.EXE_RTN.in(parameters);
    }

    public Optional<ExeRtn> exeRtn() {
      return number().flatMap(ExeRtn::of);
    }

    @Override
    public MessageType type() {
      return MessageType.RESULT;
    }
  }

  /** 9013 (通知应答), either way. */
  record NoticeAnswer(Parameters parameters) implements Interaction {
    public static final NoticeAnswer PLAIN = new NoticeAnswer(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.NOTICE_ANSWER;
    }
  }

  /** 9014 (数据应答), either way. */
  record DataReply(Parameters parameters) implements Interaction {
    public static final DataReply PLAIN = new DataReply(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.DATA_REPLY;
    }
  }

  /** 9015 (心跳), of 2025; loggers of 2017 use it privately. */
  record Heartbeat(Parameters parameters) implements Interaction {
    public static final Heartbeat PLAIN = new Heartbeat(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.HEARTBEAT;
    }
  }

  /** 9021 (登录), of 2005. */
  record Login(Parameters parameters) implements Interaction {
    public static final Login PLAIN = new Login(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.LOGIN;
    }
  }

  /** 9022 (登录应答), of 2005. */
  record LoginAnswer(Parameters parameters) implements Interaction {
    public static final LoginAnswer PLAIN = new LoginAnswer(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.LOGIN_ANSWER;
    }
  }
}

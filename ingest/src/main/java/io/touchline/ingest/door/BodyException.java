package io.touchline.ingest.door;

/** A request's body cannot be taken, for the reason that its answer gives. */
final class BodyException extends Exception {

  private final transient Answer answer;
  private final transient Object[] arguments;

  BodyException(Answer answer, Object... arguments) {
    super(answer.code(), null, false, false);
    this.answer = answer;
    this.arguments = arguments.clone();
  }

  Answer answer() {
    return answer;
  }

  Object[] arguments() {
    return arguments.clone();
  }
}

package io.touchline.alerts.http;

import io.javalin.http.Context;
import io.touchline.alerts.registry.Proposal;
import io.touchline.alerts.registry.RegistryBook;
import io.touchline.alerts.registry.RegistryChange;
import io.touchline.alerts.registry.RegistryDesk;
import io.touchline.alerts.registry.RegistryDoor;
import io.touchline.alerts.registry.RegistrySheet;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/** The registry as it stands, and changes of it that two persons make. */
final class RegistryHandlers {

  /**
   * A change that somebody proposes.
   *
   * @param adds cells of the new line by column; absent for none
   * @param ends id of the line that ends, and its last day; absent for none
   */
  record NewProposal(
      RegistryBook book, Map<String, String> adds, String ends, LocalDate endsOn, String reason) {}

  record Words(String reason) {}

  private final RegistryDesk desk;

  RegistryHandlers(RegistryDesk desk) {
    this.desk = desk;
  }

  /** Reads one table. */
  Operation.Handler read(RegistryBook book) {
    return (ctx, caller) -> {
      int from = from(ctx);
      int limit = Requests.limit(ctx);
      return reached(() -> asked(ctx, desk.read(book, person(caller))).part(from, limit));
    };
  }

  /** The lines that the query asks for. */
  private static RegistrySheet asked(Context ctx, RegistrySheet sheet) {
    RegistrySheet some = sheet;
    for (String column : new String[] {"enterprise", "mn", "region", "code", "factor"}) {
      String value = ctx.queryParam(column);
      if (value != null) {
        some = some.only(line -> line.cell(column).equals(value));
      }
    }
    return some;
  }

  private static int from(Context ctx) {
    String from = ctx.queryParam("from");
    if (from == null) {
      return 0;
    }
    if (!from.matches("\\d{1,9}")) {
      throw new Refusal(400, "from is the number of the first line, from 0");
    }
    return Integer.parseInt(from);
  }

  Object propose(Context ctx, Caller caller) {
    NewProposal asked = Requests.body(ctx, NewProposal.class);
    RegistryChange change =
        new RegistryChange(asked.book(), asked.adds(), asked.ends(), asked.endsOn());
    return reached(() -> desk.propose(change, asked.reason(), person(caller)));
  }

  Object proposals(Context ctx, Caller caller) {
    String state = Requests.oneOf(ctx, "state", Proposal.State.values());
    int limit = Requests.limit(ctx);
    return reached(
        () ->
            desk.proposals(
                state == null ? null : Proposal.State.valueOf(state), limit, person(caller)));
  }

  Object one(Context ctx, Caller caller) {
    return reached(() -> desk.proposal(Requests.id(ctx), person(caller)));
  }

  Object history(Context ctx, Caller caller) {
    return reached(() -> desk.history(Requests.id(ctx), person(caller)));
  }

  Object approve(Context ctx, Caller caller) {
    String words = Requests.body(ctx, Words.class).reason();
    return reached(() -> desk.approve(Requests.id(ctx), words, person(caller)));
  }

  Object refuse(Context ctx, Caller caller) {
    String words = Requests.body(ctx, Words.class).reason();
    return reached(() -> desk.refuse(Requests.id(ctx), words, person(caller)));
  }

  Object withdraw(Context ctx, Caller caller) {
    return reached(() -> desk.withdraw(Requests.id(ctx), person(caller)));
  }

  private static RegistryDesk.Person person(Caller caller) {
    boolean ofOne = caller.role() == Role.ENTERPRISE;
    // An account of a discharger without its code sees nothing.
    String enterprise = ofOne && caller.enterprise() == null ? "" : caller.enterprise();
    return new RegistryDesk.Person(
        caller.login(), ofOne ? null : caller.region(), ofOne ? enterprise : null);
  }

  private static <T> T reached(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (RegistryDoor.Unreachable e) {
      throw new Refusal(503, e.getMessage());
    }
  }
}

package io.touchline.alerts.http;

import io.javalin.http.Context;
import io.touchline.alerts.life.Quiet;
import java.time.Instant;
import java.util.UUID;

/** Silences and planned stops. An officer of a region can silence no other. */
final class QuietHandlers {

  record NewSilence(
      String region,
      String enterprise,
      String place,
      String factor,
      String subject,
      Instant from,
      Instant to,
      String reason) {}

  record NewStop(String place, Instant from, Instant to, String reason) {}

  private final Quiet quiet;

  QuietHandlers(Quiet quiet) {
    this.quiet = quiet;
  }

  Object silences(Context ctx, Caller caller) {
    return quiet.silences(Requests.limit(ctx));
  }

  Object addSilence(Context ctx, Caller caller) {
    NewSilence asked = Requests.body(ctx, NewSilence.class);
    String region = asked.region() == null ? caller.region() : asked.region();
    if (caller.region() != null && !region.startsWith(caller.region())) {
      throw new Refusal(403, "region " + region + " is not yours");
    }
    Quiet.Silence silence =
        new Quiet.Silence(
            UUID.randomUUID(),
            region,
            asked.enterprise(),
            asked.place(),
            asked.factor(),
            asked.subject(),
            asked.from(),
            asked.to(),
            caller.login(),
            asked.reason(),
            null);
    quiet.add(silence);
    return silence;
  }

  Object endSilence(Context ctx, Caller caller) {
    return ended(quiet.endSilence(Requests.id(ctx)), ctx);
  }

  Object stops(Context ctx, Caller caller) {
    return quiet.stops(Requests.limit(ctx));
  }

  Object addStop(Context ctx, Caller caller) {
    NewStop asked = Requests.body(ctx, NewStop.class);
    if (asked.place() == null) {
      throw new Refusal(400, "place is the MN of the outlet");
    }
    Quiet.Stop stop =
        new Quiet.Stop(
            UUID.randomUUID(),
            asked.place(),
            asked.from(),
            asked.to(),
            caller.login(),
            asked.reason(),
            null);
    quiet.add(stop);
    return stop;
  }

  Object endStop(Context ctx, Caller caller) {
    return ended(quiet.endStop(Requests.id(ctx)), ctx);
  }

  private static Object ended(boolean was, Context ctx) {
    if (!was) {
      throw Refusal.notFound(ctx.path());
    }
    return null;
  }
}

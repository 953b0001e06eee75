package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.touchline.portal.page.Problem;
import io.touchline.portal.page.Words;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people what went wrong, what to do, and a number to refer to; the log has the rest. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int DIGITS = 8;

  private final Renderer renderer;

  Problems(Renderer renderer) {
    this.renderer = renderer;
  }

  void notFound(Context ctx) {
    String reference = reference();
    LOG.atInfo().addKeyValue("reference", reference).addKeyValue("path", ctx.path()).log("no page");
    show(ctx, new Problem(404, "missing", reference));
  }

  void broken(Exception e, Context ctx) {
    if (e instanceof HttpResponseException known) {
      ctx.status(known.getStatus());
      if (known.getStatus() != 404) {
        show(ctx, new Problem(known.getStatus(), kind(known.getStatus()), reference()));
      }
      return;
    }
    String reference = reference();
    LOG.atError()
        .addKeyValue("reference", reference)
        .addKeyValue("path", ctx.path())
        .setCause(e)
        .log("a page could not be made");
    show(ctx, new Problem(500, "broken", reference));
  }

  private static String kind(int status) {
    return switch (status) {
      case 401 -> "signedOut";
      case 403 -> "forbidden";
      default -> "refused";
    };
  }

  private void show(Context ctx, Problem problem) {
    ctx.status(problem.status()).header("Cache-Control", "no-store");
    Words words = Renderer.words(ctx);
    renderer.still(ctx, "problem.jte", words.text("problem." + problem.kind() + ".title"), problem);
  }

  private static String reference() {
    return UUID.randomUUID().toString().substring(0, DIGITS);
  }
}

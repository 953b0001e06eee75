package io.touchline.contract;

import java.util.TreeMap;

/** The page of all topics, generated from their registry. */
public final class TopicsPage {

  private TopicsPage() {}

  public static String markdown(Topics topics) {
    StringBuilder page =
        new StringBuilder(
            """
            # Topics

            Generated from `Topics` in `contract`; a test fails when this page drifts. Topics of one
            installation share a prefix. All but `enterprises`, `regions` and `registry` are
            partitioned by the outlet's MN, so that whatever concerns one outlet meets in one task.

            | topic | key | value | partitions | kept | what for |
            |---|---|---|---|---|---|
            """);
    for (Topic topic : topics.all()) {
      page.append(
          String.format(
              "| `%s` | %s | %s | %d | %s | %s |%n",
              topic.name(),
              topic.key().replace("|", "\\|"),
              topic.value(),
              topic.partitions(),
              kept(topic),
              topic.purpose()));
    }
    return page.toString();
  }

  private static String kept(Topic topic) {
    StringBuilder kept = new StringBuilder();
    new TreeMap<>(topic.config())
        .forEach(
            (name, value) ->
                kept.append(kept.isEmpty() ? "" : ", ")
                    .append('`')
                    .append(name)
                    .append('=')
                    .append(value)
                    .append('`'));
    return kept.toString();
  }
}

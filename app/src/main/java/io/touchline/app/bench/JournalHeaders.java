package io.touchline.app.bench;

import io.touchline.app.Texts;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** What the scenarios of the journal are about, in the language that is spoken. */
final class JournalHeaders implements IModelTransformer {

  /** Chinese, then English. */
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "06",
          List.of("离线重新推导一个排口一年的小时数据", "A year of hours of one outlet re-derived offline"),
          "07",
          List.of(
              "两千个排口同一小时结束，到最后一个均值发布",
              "Two thousand outlets whose hour closes, until the last mean is published"),
          "08",
          List.of("一个排口一天的分钟数据占用的状态", "What a day of an outlet's minutes takes in the stores"));

  @Override
  public CommandSpec transform(CommandSpec spec) {
    List<String> header = HEADERS.get(spec.name());
    spec.usageMessage().header(header.get(Texts.locale().getLanguage().equals("en") ? 1 : 0));
    return spec;
  }
}

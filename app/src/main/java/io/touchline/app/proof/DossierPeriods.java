package io.touchline.app.proof;

import io.touchline.app.Texts;
import io.touchline.app.pdf.PdfBook;
import io.touchline.app.pdf.PdfBook.Fact;
import io.touchline.app.pdf.PdfChart;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Judgement;
import io.touchline.domain.cases.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The chapters of a dossier that show the figures: what was over the limit, and its revisions. */
final class DossierPeriods {

  private final DossierRecord dossier;
  private final BookWords words;

  DossierPeriods(DossierRecord dossier, BookWords words) {
    this.dossier = dossier;
    this.words = words;
  }

  void write(PdfBook book) {
    book.chapter("book.chapter.periods");
    int number = 0;
    for (DossierRecord.Ground ground : dossier.grounds()) {
      number++;
      Finding finding = ground.finding();
      book.section(number + ". " + finding.ground().chinese(), finding.ground().english());
      switch (new Claim(finding, ground.knownAt()).kind(dossier.enterprise())) {
        case EPISODE -> episode(book, new Claim(finding, ground.knownAt()));
        case TOTAL -> total(book, finding);
        case SAMPLE, PERSON -> book.text(PdfBook.zh("book.noFrames", finding.why()));
      }
    }
    revisions(book);
  }

  private void episode(PdfBook book, Claim claim) {
    Finding finding = claim.finding();
    ExceedanceRecord episode =
        dossier.exceedances().stream()
            .filter(record -> record.key().equals(claim.episode()))
            .filter(record -> record.revision() == finding.revision())
            .findFirst()
            .orElse(null);
    if (episode == null) {
      book.alarm(PdfBook.zh("book.unpublished", Integer.toString(finding.revision())));
      return;
    }
    book.facts(
        List.of(
            Fact.of("book.subject", words.subject(dossier, finding.subject())),
            Fact.of("book.factor", words.factor(finding.factor())),
            Fact.of(
                "book.limit",
                words.figure(episode.limit())
                    + "  "
                    + words.of(episode.limit().averaging())
                    + " "
                    + words.of(episode.limit().basis())),
            Fact.of(
                "book.rule",
                Objects.requireNonNullElse(episode.limit().source(), "")
                    + "  "
                    + Objects.requireNonNullElse(episode.limit().clause(), "")),
            Fact.of("book.periods", episode.periods()),
            Fact.of("book.worst", episode.worst() + "  " + PdfBook.time(episode.worstAt()))));
    List<MeansRecord> means =
        Selection.ofEpisode(claim, episode, Selection.latest(dossier.periods()).values()).stream()
            .filter(record -> record.period() == episode.period())
            .filter(record -> record.factors().containsKey(finding.factor()))
            .sorted(Comparator.comparing(MeansRecord::start))
            .toList();
    chart(book, episode, means);
    table(book, finding, means);
  }

  private static void chart(PdfBook book, ExceedanceRecord episode, List<MeansRecord> means) {
    Instant begin =
        AveragingPeriod.DAY.startOf(episode.from().minus(episode.period().longestSilence()));
    List<PdfChart.Point> points =
        means.stream()
            .filter(record -> !record.start().isBefore(begin))
            .map(record -> point(record, record.factors().get(episode.factor())))
            .filter(Objects::nonNull)
            .toList();
    if (!points.isEmpty() && !episode.limit().averaging().counts()) {
      book.chart(
          new PdfChart(
              points,
              episode.limit().value().number(),
              episode.limit().unit(),
              episode.period().length()));
    }
  }

  private static PdfChart.Point point(MeansRecord record, MeansRecord.Factor mean) {
    if (mean.judgement() == null || mean.judgement().judged() == null) {
      return null;
    }
    return new PdfChart.Point(
        record.start(),
        mean.judgement().judged().number(),
        mean.judgement().verdict() == Judgement.Verdict.EXCEEDS);
  }

  private void table(PdfBook book, Finding finding, List<MeansRecord> means) {
    book.table(
        List.of(
            "book.start",
            "book.measured",
            "book.converted",
            "book.limit",
            "book.multiple",
            "book.validity",
            "book.source",
            "book.revision",
            "book.frames"),
        new float[] {2.3f, 1.3f, 1.3f, 1.7f, 1.2f, 2.2f, 1, 1.5f, 1},
        means.stream()
            .filter(record -> isOver(record, finding.factor()))
            .filter(record -> !record.start().isBefore(finding.from()))
            .map(record -> row(record, finding.factor()))
            .toList());
    long before =
        means.stream()
            .filter(record -> record.start().isBefore(finding.from()))
            .filter(record -> isOver(record, finding.factor()))
            .count();
    if (before > 0) {
      book.note(PdfBook.zh("book.before", Long.toString(before)));
    }
  }

  private static boolean isOver(MeansRecord record, String factor) {
    MeansRecord.Judged judged = record.factors().get(factor).judgement();
    return judged != null && judged.verdict() == Judgement.Verdict.EXCEEDS;
  }

  private List<String> row(MeansRecord record, String factor) {
    MeansRecord.Factor mean = record.factors().get(factor);
    return List.of(
        PdfBook.time(record.start()),
        text(mean.value()),
        text(mean.converted()),
        words.figure(mean.judgement().limit()),
        text(mean.judgement().multiple()),
        mean.valid() ? PdfBook.zh("book.valid") : words.reason(mean.reason()),
        words.of(mean.source()),
        mean.revision() + " " + cause(mean),
        Integer.toString(mean.inputs().size()));
  }

  private static String cause(MeansRecord.Factor mean) {
    return Texts.in(Locale.CHINESE, "book.cause." + mean.cause());
  }

  private static String text(Object value) {
    return value == null ? "–" : value.toString();
  }

  private void total(PdfBook book, Finding finding) {
    List<TotalRecord> totals =
        dossier.totals().stream()
            .filter(total -> total.id().equals(finding.subject()))
            .filter(total -> total.factor().equals(finding.factor()))
            .filter(total -> total.start().equals(finding.from()))
            .toList();
    book.table(
        List.of(
            "book.start",
            "book.factor",
            "book.mass",
            "book.substituted",
            "book.permitted",
            "book.outlets",
            "book.revision"),
        new float[] {2.3f, 2, 2, 2, 2, 1, 1},
        totals.stream()
            .map(
                total ->
                    List.of(
                        PdfBook.time(total.start()),
                        words.factor(total.factor()),
                        total.massMg() + " mg",
                        total.substitutedMg() + " mg",
                        total.permittedMg() == null ? "–" : total.permittedMg() + " mg",
                        Integer.toString(total.outlets()),
                        Integer.toString(total.revision())))
            .toList());
  }

  /** Means that were published more than once, each revision with its cause. */
  private void revisions(PdfBook book) {
    List<List<String>> rows =
        dossier.grounds().stream()
            .map(DossierRecord.Ground::finding)
            .flatMap(
                finding ->
                    dossier.periods().stream()
                        .filter(record -> record.mn().equals(finding.subject()))
                        .flatMap(record -> revision(record, finding.factor())))
            .distinct()
            .toList();
    book.section(PdfBook.zh("book.revisions"), PdfBook.en("book.revisions"));
    if (rows.isEmpty()) {
      book.text(PdfBook.zh("book.revisions.none"));
      return;
    }
    book.table(
        List.of(
            "book.start",
            "book.averaging",
            "book.factor",
            "book.revision",
            "book.measured",
            "book.converted",
            "book.validity"),
        new float[] {2.4f, 1.2f, 2, 2, 1.5f, 1.5f, 3},
        rows);
  }

  private Stream<List<String>> revision(MeansRecord record, String factor) {
    MeansRecord.Factor mean = record.factors().get(factor);
    boolean revised =
        mean != null
            && mean.revisedIn() == record.revision()
            && dossier.periods().stream()
                .filter(other -> other.key().equals(record.key()))
                .anyMatch(other -> isLater(other, factor));
    return revised
        ? Stream.of(
            List.of(
                PdfBook.time(record.start()),
                words.of(record.period()),
                words.factor(factor),
                mean.revision() + " " + cause(mean),
                text(mean.value()),
                text(mean.converted()),
                mean.valid() ? PdfBook.zh("book.valid") : words.reason(mean.reason())))
        : Stream.empty();
  }

  private static boolean isLater(MeansRecord record, String factor) {
    MeansRecord.Factor mean = record.factors().get(factor);
    return mean != null && mean.revision() > 1;
  }
}

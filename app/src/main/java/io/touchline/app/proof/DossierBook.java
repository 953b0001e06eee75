package io.touchline.app.proof;

import io.touchline.app.pdf.PdfBook;
import io.touchline.app.pdf.PdfBook.Fact;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.FrameRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Verdict;
import io.touchline.domain.Decimal;
import io.touchline.domain.MarkKind;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Flag;
import io.touchline.domain.cases.TimesOver;
import io.touchline.domain.totals.PermittedAmount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code dossier.pdf}: the dossier for people to read. Its chapters are in {@link #content}. */
final class DossierBook {

  /** More than these would be a book of hashes; all of them are in {@code frames.jsonl}. */
  private static final int MOST_FRAMES = 3_000;

  private final CaseMaterial material;
  private final DossierRecord dossier;
  private final VerificationRecord verified;
  private final String fingerprint;
  private final BookWords words = new BookWords();

  /**
   * A book.
   *
   * @param fingerprint of the key that signs the dossier, null where none does
   */
  DossierBook(CaseMaterial material, VerificationRecord verified, String fingerprint) {
    this.material = material;
    this.dossier = material.dossier();
    this.verified = verified;
    this.fingerprint = fingerprint;
  }

  byte[] bytes() {
    String title = PdfBook.zh("book.title") + "  " + dossier.caseId();
    return PdfBook.of(title, dossier.asOf(), false, this::content);
  }

  private void content(PdfBook book) {
    cover(book);
    grounds(book);
    new DossierPeriods(dossier, words).write(book);
    marks(book);
    samples(book);
    registry(book);
    new DossierEvents(dossier, words).write(book);
    frames(book);
    howToVerify(book);
  }

  private void cover(PdfBook book) {
    book.title("book.title");
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("book.case", dossier.caseId()));
    facts.add(Fact.of("book.enterprise", enterprise()));
    facts.add(Fact.of("book.code", dossier.enterprise()));
    facts.add(Fact.of("book.region", region()));
    facts.add(Fact.of("book.stage", dossier.stage().chinese()));
    facts.add(Fact.of("book.card", PdfBook.zh("book.card." + dossier.card())));
    facts.add(
        Fact.of(
            "book.flags",
            dossier.flags().isEmpty()
                ? null
                : dossier.flags().stream().map(Flag::chinese).collect(Collectors.joining("、"))));
    facts.add(Fact.of("book.asOf", PdfBook.moment(dossier.asOf())));
    facts.add(
        Fact.of(
            "book.content",
            PdfBook.zh(
                "book.content.counts",
                Integer.toString(dossier.grounds().size()),
                Integer.toString(dossier.events().size()),
                Integer.toString(material.frames().size()))));
    facts.add(
        new Fact(
            "book.verified",
            PdfBook.zh("book.verified." + verified.verdict(), Integer.toString(verified.figures())),
            verified.verdict() == Verdict.MISMATCH));
    facts.add(
        fingerprint == null
            ? new Fact("book.signature", PdfBook.zh("book.unsigned"), true)
            : Fact.of("book.signature", fingerprint));
    book.facts(facts);
    book.note(PdfBook.zh("book.about"));
    book.note(PdfBook.en("book.about"));
    book.newPage();
    book.section(PdfBook.zh("book.contents"), PdfBook.en("book.contents"));
    book.contents();
  }

  private String enterprise() {
    return dossier.registry().discharger() == null
        ? PdfBook.zh("book.notRegistered")
        : dossier.registry().discharger().name();
  }

  private String region() {
    List<String> names =
        new ArrayList<>(dossier.registry().regions().stream().map(each -> each.name()).toList());
    Collections.reverse(names);
    return names.isEmpty() ? null : String.join(" ", names);
  }

  private void grounds(PdfBook book) {
    book.chapter("book.chapter.grounds");
    List<DossierRecord.Ground> grounds = dossier.grounds();
    book.table(
        List.of(
            "book.number",
            "book.ground",
            "book.subject",
            "book.factor",
            "book.span",
            "book.worst",
            "book.limit",
            "book.times",
            "book.days"),
        new float[] {0.9f, 3, 2.4f, 1.7f, 3, 1.2f, 1.2f, 2.2f, 1.3f},
        IntStream.range(0, grounds.size())
            .mapToObj(at -> ground(at + 1, grounds.get(at).finding()))
            .toList());
    book.section(PdfBook.zh("book.law"), PdfBook.en("book.law"));
    book.table(
        List.of("book.ground", "book.standard", "book.clause", "book.inForce", "book.seen"),
        new float[] {2.2f, 3.2f, 3.8f, 3.2f, 1.5f},
        grounds.stream()
            .flatMap(ground -> ground.law().stream())
            .distinct()
            .map(
                row ->
                    List.of(
                        row.id(),
                        row.standard(),
                        row.clause(),
                        row.validFrom() + " – " + (row.validTo() == null ? "" : row.validTo()),
                        PdfBook.zh(row.verified() ? "book.seen.yes" : "book.seen.no")))
            .toList());
    book.note(PdfBook.zh("book.times.note"));
    if (verified.verdict() == Verdict.MISMATCH) {
      differences(book);
    }
    verified.later().forEach(what -> book.note(PdfBook.zh("book.later", what)));
    verified.notDerived().forEach(id -> book.note(PdfBook.zh("book.notDerived", id)));
  }

  private List<String> ground(int number, Finding finding) {
    TimesOver times = finding.times();
    return List.of(
        Integer.toString(number),
        finding.ground() + " " + finding.ground().chinese(),
        words.subject(dossier, finding.subject()),
        words.factor(finding.factor()),
        PdfBook.time(finding.from()) + " –\n" + PdfBook.time(finding.to()),
        text(finding.worst()),
        text(finding.limit()),
        times == null || times.ratio() == null ? "–" : times.ratio() + " / " + times.excess(),
        text(finding.exceedingDays()));
  }

  private static String text(Object value) {
    return value == null ? "–" : value.toString();
  }

  private void differences(PdfBook book) {
    book.alarm(PdfBook.zh("book.differences"));
    book.table(
        List.of("book.difference.of", "book.difference.figure", "book.was", "book.is"),
        new float[] {4, 2, 3, 3},
        verified.differences().stream()
            .map(
                each ->
                    List.of(
                        each.of(),
                        Objects.requireNonNullElse(each.figure(), each.kind().name()),
                        text(each.was()),
                        text(each.is())))
            .toList());
  }

  private void marks(PdfBook book) {
    book.chapter("book.chapter.marks");
    if (dossier.marks().isEmpty()) {
      book.text(PdfBook.zh("book.marks.none"));
      return;
    }
    book.text(PdfBook.zh("book.marks.all"));
    book.table(
        List.of(
            "book.mark.id",
            "book.version",
            "book.span",
            "book.mark",
            "book.factor",
            "book.author",
            "book.markedAt",
            "book.reason"),
        new float[] {1.6f, 1.1f, 2.9f, 1.6f, 1.6f, 1.4f, 2.8f, 2.4f},
        dossier.marks().stream().map(this::mark).toList());
  }

  private List<String> mark(MarkRecord mark) {
    String kind = MarkKind.named(mark.mark()).map(MarkKind::chinese).orElse(mark.mark());
    boolean withdrawn = mark.state() != null && mark.state().name().equals("WITHDRAWN");
    return List.of(
        mark.id(),
        Objects.requireNonNullElse(mark.version(), 1)
            + (withdrawn ? " " + PdfBook.zh("book.withdrawn") : ""),
        PdfBook.time(mark.from()) + " –\n" + PdfBook.time(mark.to()),
        kind,
        mark.factor() == null ? PdfBook.zh("book.allFactors") : words.factor(mark.factor()),
        text(mark.author()),
        PdfBook.time(mark.markedAt()),
        text(mark.reason()));
  }

  private void samples(PdfBook book) {
    book.chapter("book.chapter.samples");
    if (dossier.samples().isEmpty()) {
      book.text(PdfBook.zh("book.samples.none"));
      return;
    }
    book.table(
        List.of(
            "book.sample",
            "book.version",
            "book.takenAt",
            "book.factor",
            "book.value",
            "book.laboratory",
            "book.reportedAt"),
        new float[] {2, 1, 2.4f, 2, 1.8f, 3, 2.4f},
        dossier.samples().stream().map(this::sample).toList());
  }

  private List<String> sample(SampleRecord sample) {
    return List.of(
        sample.id() + " " + words.said(sample.kind().name()),
        Integer.toString(Objects.requireNonNullElse(sample.version(), 1)),
        PdfBook.time(sample.from()),
        words.factor(sample.factor()),
        Objects.requireNonNullElse(sample.qualifier(), "") + sample.value() + " " + sample.unit(),
        text(sample.laboratory()),
        PdfBook.time(sample.reportedAt()));
  }

  private void registry(PdfBook book) {
    book.chapter("book.chapter.registry");
    if (dossier.registry().version() != null) {
      book.text(
          PdfBook.zh(
              "book.registry.version",
              Integer.toString(dossier.registry().version().version()),
              PdfBook.time(dossier.registry().version().at()),
              dossier.registry().version().by()));
    }
    for (OutletRecord outlet : dossier.registry().outlets()) {
      book.section(words.subject(dossier, outlet.mn()), outlet.mn());
      book.table(
          List.of(
              "book.factor",
              "book.averaging",
              "book.limit",
              "book.basis",
              "book.standard",
              "book.clause",
              "book.inForce"),
          new float[] {2, 1.6f, 1.6f, 1.2f, 2.4f, 2, 2.6f},
          outlet.limits().stream().map(words::limit).toList());
    }
    if (dossier.registry().permits() != null && !dossier.registry().permits().amounts().isEmpty()) {
      book.section(PdfBook.zh("book.permits"), PdfBook.en("book.permits"));
      book.table(
          List.of("book.permit", "book.factor", "book.amount", "book.period", "book.inForce"),
          new float[] {3, 2, 2, 1.4f, 3},
          dossier.registry().permits().amounts().stream().map(this::permit).toList());
    }
  }

  private List<String> permit(PermittedAmount amount) {
    Decimal tonnes = amount.tonnes();
    return List.of(
        amount.permit(),
        words.factor(amount.factor()),
        tonnes + " t",
        words.said(amount.period().name()),
        amount.validFrom() + " – " + (amount.validTo() == null ? "" : amount.validTo()));
  }

  private void frames(PdfBook book) {
    book.chapter("book.chapter.frames");
    List<FrameRecord> frames = material.frames();
    book.text(PdfBook.zh("book.frames.about", Integer.toString(frames.size())));
    if (frames.size() > MOST_FRAMES) {
      book.text(PdfBook.zh("book.frames.more", Integer.toString(MOST_FRAMES)));
    }
    book.fineTable(
        List.of("book.number", "book.place", "book.receivedAt", "book.sha256"),
        new float[] {0.8f, 3.2f, 2.4f, 7.2f},
        IntStream.range(0, Math.min(MOST_FRAMES, frames.size()))
            .mapToObj(at -> frame(at + 1, frames.get(at)))
            .toList());
  }

  private static List<String> frame(int number, FrameRecord frame) {
    return List.of(
        Integer.toString(number),
        frame.topic() + " / " + frame.partition() + " / " + frame.offset(),
        PdfBook.moment(frame.receivedAt()),
        frame.sha256());
  }

  private void howToVerify(PdfBook book) {
    book.chapter("book.chapter.verify");
    book.text(PdfBook.zh("book.verify.1"));
    book.text(PdfBook.zh("book.verify.2"));
    book.text("touchline verify --dossier " + dossier.caseId() + ".zip");
    book.text(PdfBook.zh("book.verify.3"));
    if (fingerprint == null) {
      book.alarm(PdfBook.zh("book.unsigned.long"));
    } else {
      book.text(PdfBook.zh("book.verify.signed", fingerprint));
      book.text(
          "openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json"
              + " -sigfile manifest.sig");
    }
    book.text(PdfBook.zh("book.verify.place", dossier.caseId()));
    book.note(PdfBook.zh("book.font"));
  }
}

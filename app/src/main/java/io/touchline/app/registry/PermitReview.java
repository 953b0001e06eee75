package io.touchline.app.registry;

import io.touchline.app.registry.PermitBook.Document;
import io.touchline.contract.EnterpriseRecord.Permit;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Medium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is odd between outlets and permits on a day: a permit that ends soon, an outlet without
 * permit, a permit without outlet, an annual verification that is due.
 */
final class PermitReview {

  /** A renewal is applied for 60 days before the end (permit regulation, Order 736, art. 14). */
  private static final int DAYS_BEFORE_END = 60;

  private final LocalDate asOf;
  private final Findings findings;

  PermitReview(LocalDate asOf, Findings findings) {
    this.asOf = asOf;
    this.findings = findings;
  }

  void check(RegistrySource source, Collection<OutletRecord> outlets, PermitBook book) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row : Table.readIfThere(source, "outlets.csv", List.of(), new Findings())) {
      rows.putIfAbsent(row.text("mn"), row);
    }
    if (isMissing(source)) {
      findings.warnOfFile(PermitBook.FILE, "review.permits");
      return;
    }
    Set<String> discharging = new HashSet<>();
    for (OutletRecord outlet : outlets) {
      if (outlet.medium() != Medium.ENERGY && holds(outlet.validFrom(), outlet.validTo())) {
        discharging.add(outlet.enterpriseCode());
        checkPermitted(outlet, rows.get(outlet.mn()), book);
      }
    }
    book.documents()
        .forEach(
            (enterprise, documents) -> {
              checkDischarging(enterprise, documents, discharging.contains(enterprise));
              documents.forEach(document -> checkEnd(document, documents));
              documents.forEach(this::checkVerification);
            });
  }

  private static boolean isMissing(RegistrySource source) {
    try {
      return source.read(PermitBook.FILE).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void checkPermitted(OutletRecord outlet, Row row, PermitBook book) {
    List<Permit> permits = book.permitsOf(outlet.enterpriseCode());
    if (permits == null || permits.stream().noneMatch(this::holds)) {
      findings.warning(
          row, "enterprise", "review.outlet", outlet.enterpriseCode(), asOf.toString());
    }
  }

  private void checkDischarging(String enterprise, List<Document> documents, boolean discharges) {
    if (!discharges) {
      documents.stream()
          .filter(document -> holds(document.permit()))
          .forEach(
              document ->
                  findings.warning(
                      document.row(),
                      "enterprise",
                      "review.permit",
                      document.permit().number(),
                      enterprise,
                      asOf.toString()));
    }
  }

  private void checkEnd(Document document, List<Document> all) {
    Permit permit = document.permit();
    LocalDate end = permit.validTo();
    boolean near = end != null && holds(permit) && !end.isAfter(asOf.plusDays(DAYS_BEFORE_END));
    boolean renewed =
        near
            && all.stream()
                .map(Document::permit)
                .anyMatch(other -> other.validTo() == null || other.validTo().isAfter(end));
    if (near && !renewed) {
      findings.warning(
          document.row(),
          "valid_to",
          "review.expires",
          permit.number(),
          end.toString(),
          Long.toString(ChronoUnit.DAYS.between(asOf, end)));
    }
  }

  private void checkVerification(Document document) {
    LocalDate verified = document.permit().verifiedOn();
    if (verified != null && holds(document.permit()) && verified.plusYears(1).isBefore(asOf)) {
      findings.warning(
          document.row(),
          "verified_on",
          "review.verified",
          document.permit().number(),
          verified.toString());
    }
  }

  private boolean holds(Permit permit) {
    return holds(permit.validFrom(), permit.validTo());
  }

  private boolean holds(LocalDate from, LocalDate to) {
    return (from == null || !from.isAfter(asOf)) && (to == null || !to.isBefore(asOf));
  }
}

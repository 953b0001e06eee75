package io.touchline.alerts.book;

/** A change of an alert, before anyone is told. */
public record Notice(Alert alert, Change change) {}

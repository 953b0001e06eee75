/**
 * Hours without valid data, and what they cost: the quarterly capture rate, the substitution of
 * hourly mass by the tables of HJ 75-2017, and the missing share above which automatic data cannot
 * be used.
 *
 * <p>Concentrations and flue parameters are never filled, only mass. Substituted mass is a series
 * of its own; the measured one stays as it is. The clauses were seen only at second hand, so every
 * row says {@code verified=no}. Hours may come in any order and any number of times.
 */
package io.touchline.domain.missing;

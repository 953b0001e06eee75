/**
 * What looks as if somebody or something had a hand in the data: each test of the rule sheet's §7
 * with its statistic, its dated figures, a score and the evidence. Nothing is deleted or changed
 * for a suspicion, and none is a verdict: each is a question for a person.
 */
package io.touchline.domain.distrust;

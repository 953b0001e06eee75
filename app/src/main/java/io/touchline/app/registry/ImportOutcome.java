package io.touchline.app.registry;

/**
 * What an import wrote.
 *
 * @param version of the registry that stands now
 * @param changed false where all of it stood there already, and nothing was written
 * @param outlets written, since they are new or differ; so for the others
 * @param allowances enterprises and regions that may emit something else than before
 */
public record ImportOutcome(
    int version,
    boolean changed,
    int outlets,
    int enterprises,
    int regions,
    int allowances,
    int marks,
    int samples) {}

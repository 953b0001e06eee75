package io.touchline.app.registry;

/**
 * What an import wrote.
 *
 * @param version of the registry that stands now
 * @param changed false where all of it stood there already, and nothing was written
 * @param outlets written, since they are new or differ; so for the others
 */
public record ImportOutcome(
    int version,
    boolean changed,
    int outlets,
    int enterprises,
    int regions,
    int marks,
    int samples) {}

package io.touchline.app.replay;

/**
 * What a replay came to.
 *
 * @param hoursJudged factor-hours whose final revision was held against a limit
 * @param hoursExceeding of these, those that exceed
 * @param daysJudged the same for days
 */
record ReplaySummary(
    long frames,
    long quarantined,
    long hoursJudged,
    long hoursExceeding,
    long daysJudged,
    long daysExceeding,
    long episodesOpen,
    long episodesClosed,
    long episodesWithdrawn) {}

package io.touchline.alerts.cases;

import java.util.List;

/**
 * Cases, the latest opened first.
 *
 * @param next to be handed in as after; null on the last page
 */
public record CasePage(List<CaseLine> cases, String next) {}

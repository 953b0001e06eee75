package io.touchline.domain.cases;

/**
 * Who entered an event.
 *
 * @param id name of the account, of the software its part
 */
public record Actor(Role role, String id) {}

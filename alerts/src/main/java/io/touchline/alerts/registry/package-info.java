/**
 * The registry as people read and change it: a change is proposed by one person and decided by
 * another, and an approved one becomes another version of the registry.
 *
 * <p>Does not belong here: what the files of the registry mean, and how they come into the topics.
 */
package io.touchline.alerts.registry;

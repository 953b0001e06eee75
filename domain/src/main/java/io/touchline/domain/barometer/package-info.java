/**
 * How far a region has come on the way to a total that it may not pass (晴雨表): targets, progress and
 * level. What monitored outlets emit is a part of what a region does, so like is held against like:
 * their mass against their own part of the base, and where that is not known there is no level.
 */
package io.touchline.domain.barometer;

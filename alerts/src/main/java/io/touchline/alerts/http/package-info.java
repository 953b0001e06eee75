/**
 * The door for programs: alerts, silences, rosters and marks over HTTP. Nothing is open by default.
 */
package io.touchline.alerts.http;

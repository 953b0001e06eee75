/**
 * What people do with alerts, silences and stops. Every step is one transaction with its history.
 */
package io.touchline.alerts.life;

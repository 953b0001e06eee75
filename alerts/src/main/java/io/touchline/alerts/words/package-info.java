/** What people are told, in Chinese and English. */
package io.touchline.alerts.words;

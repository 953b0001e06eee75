/**
 * From a change of an alert to messages on their way: {@link
 * io.touchline.alerts.pipeline.AlertPipeline} is the map. All of it happens in the transaction of
 * the change; sending does not.
 */
package io.touchline.alerts.pipeline;

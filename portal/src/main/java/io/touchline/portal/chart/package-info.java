/** Geometry of the charts: from means to coordinates. Colours and fonts are the style sheet's. */
package io.touchline.portal.chart;

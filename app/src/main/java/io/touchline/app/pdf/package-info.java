/**
 * Documents for print: Chinese with English beside the headings, fonts embedded, the same bytes.
 */
package io.touchline.app.pdf;

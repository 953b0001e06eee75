/**
 * Files for others: lists for print, and what the platforms of credit, prices and taxes take. The
 * formats are in docs/exports.md.
 */
package io.touchline.app.export;

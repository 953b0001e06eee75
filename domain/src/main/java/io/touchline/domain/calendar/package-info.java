/**
 * Days that count: the working days of China with the holidays and make-up workdays of each year's
 * notice (国务院办公厅关于部分节假日安排的通知), and terms counted in them. A year whose notice is not among the rows
 * is not known, and nothing is guessed of it.
 */
package io.touchline.domain.calendar;

package io.touchline.ingest.command;

/** How the exchange about a request goes (HJ 212-2017 6.6 and appendix C). */
enum Course {
  /** Request, 9011, 9012. Starting real-time data goes so too. */
  SETTING,
  /** Request, 9011, the answer with the request's CN and QN, 9012. */
  QUESTION,
  /** Request, 9011, data frames with a QN of their own each, 9012. */
  HISTORY,
  /** Notice, 9013. */
  NOTICE
}

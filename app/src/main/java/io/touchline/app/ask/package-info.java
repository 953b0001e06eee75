/** Speaking with data loggers from the command line: requests, and who is connected. */
package io.touchline.app.ask;

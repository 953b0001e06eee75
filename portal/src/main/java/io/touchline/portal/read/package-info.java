/** What the pages read: tables in schema {@code portal}, kept from the topics by the inbox. */
package io.touchline.portal.read;

/** The pages people see, rendered from typed templates over read models kept from the topics. */
package io.touchline.portal;

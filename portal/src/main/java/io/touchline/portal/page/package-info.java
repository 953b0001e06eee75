/** What each page says, as values: computed once, in either language, before a template sees it. */
package io.touchline.portal.page;

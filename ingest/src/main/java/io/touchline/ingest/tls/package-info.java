/** TLS as the gateway's doors use it: certificates from files, followed while they change. */
package io.touchline.ingest.tls;

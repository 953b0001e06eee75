/**
 * The proof of a case: gathers its evidence from the topics, seals it as a dossier, and works every
 * figure out again from the raw frames. It stands beside the composition root because it needs the
 * journal of {@code streams} and the events of {@code alerts}, which never see each other.
 */
package io.touchline.app.proof;

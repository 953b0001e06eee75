package io.touchline.alerts.http;

import io.touchline.alerts.cases.ListExport;
import io.touchline.alerts.registry.RegistryDoor;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.SampleRecord;
import java.util.function.Consumer;

/**
 * What the door needs beyond the database.
 *
 * @param marks publishes a mark: returns when the broker has it, throws where it has not
 * @param samples publishes a version of a sample, likewise
 * @param registry as it stands in its topics, and how it is changed
 * @param lists makes files of card lists
 */
public record Outside(
    Consumer<MarkRecord> marks,
    Consumer<SampleRecord> samples,
    RegistryDoor registry,
    ListExport lists) {}

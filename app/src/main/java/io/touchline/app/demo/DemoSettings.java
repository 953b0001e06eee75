package io.touchline.app.demo;

import java.nio.file.Path;

/**
 * What a demo is told.
 *
 * @param brokerPort, gatewayPort 0 for a free one
 * @param pagePort 0 for a free one, null for no page at all
 * @param days how many days before today the fleet tells of
 * @param registry a registry directory to import beside the built-in one, or null
 */
record DemoSettings(int brokerPort, int gatewayPort, Integer pagePort, int days, Path registry) {}

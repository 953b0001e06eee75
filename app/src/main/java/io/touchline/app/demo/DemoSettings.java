package io.touchline.app.demo;

import java.nio.file.Path;

/**
 * What a demo is told.
 *
 * @param brokerPort, gatewayPort, pagePort 0 for a free one
 * @param days how many days before today the fleet tells of
 * @param registry a registry directory to import beside the built-in one, or null
 */
record DemoSettings(int brokerPort, int gatewayPort, int pagePort, int days, Path registry) {}

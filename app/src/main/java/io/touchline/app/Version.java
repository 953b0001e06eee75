package io.touchline.app;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the build's version, and on what it runs. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String build = Touchline.class.getPackage().getImplementationVersion();
    return new String[] {
      "Touchline " + (build == null ? "(not packaged)" : build) + ", Java " + Runtime.version()
    };
  }
}

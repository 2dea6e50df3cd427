package org.paperround;

import io.quarkus.bootstrap.runner.RunnerClassLoader;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service, once every mistake in its settings has been named. */
@QuarkusMain
public class Paperround {

  /** EX_CONFIG of sysexits.h, so that a supervisor can tell a wrong setting from a crash. */
  private static final int WRONG_SETTINGS = 78;

  /** Runs until it is told to stop. */
  public static void main(String... args) {
    // Dev mode and tests bring their settings; the launch mode is not known as early as this.
    if (Paperround.class.getClassLoader() instanceof RunnerClassLoader) {
      checkSettings(ConfigProvider.getConfig());
    }
    Quarkus.run(args);
  }

  private static void checkSettings(Config config) {
    List<String> problems = StartCheck.problems(config, StartCheck.builtForDatabase());
    if (!problems.isEmpty()) {
      // Logging is not up yet, and these lines must be seen.
      System.err.println("Paperround does not start. Settings to mend: " + problems.size());
      problems.forEach(problem -> System.err.println("  - " + problem));
      System.exit(WRONG_SETTINGS);
    }
    if (StartCheck.isPlainHttp(config)) {
      System.err.println("Warning: PAPERROUND_BASE_URL is plain http; good for a trial only.");
    }
  }
}

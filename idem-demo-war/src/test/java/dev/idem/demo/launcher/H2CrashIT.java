package dev.idem.demo.launcher;

import org.junit.jupiter.api.extension.ExtendWith;

/** Crashes on an H2 file. */
@ExtendWith(OneDemo.class)
class H2CrashIT extends CrashContract {

    H2CrashIT(DemoSystem system) {
        super(system);
    }
}

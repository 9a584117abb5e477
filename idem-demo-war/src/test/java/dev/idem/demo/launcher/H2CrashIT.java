package dev.idem.demo.launcher;

/** Crashes on an H2 file. */
class H2CrashIT extends CrashContract {

    @Override
    DatabaseKind database() {
        return DatabaseKind.H2;
    }
}

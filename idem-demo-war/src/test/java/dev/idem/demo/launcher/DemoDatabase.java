package dev.idem.demo.launcher;

/** A running database. Closing it stops it; its files stay in the folder it was given. */
interface DemoDatabase extends AutoCloseable {

    /**
     * How the WAR reaches it.
     *
     * @return the settings of its data source
     */
    DatabaseSettings settings();

    @Override
    void close();
}

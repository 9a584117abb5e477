package dev.idem.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the engine told. */
final class RecordingListener implements EngineListener {

    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void completed(RecordKey key) {
        told.add("completed");
    }

    @Override
    public void refused(RecordKey key) {
        told.add("refused");
    }

    @Override
    public void answered(RecordKey key) {
        told.add("answered");
    }

    @Override
    public void rolledBack(RecordKey key) {
        told.add("rolled back");
    }

    @Override
    public void refusedLater(RecordKey key) {
        told.add("refused later");
    }

    @Override
    public void failed(FailedAttempt attempt) {
        told.add("failed");
    }

    @Override
    public void parked(RecordKey key, int failures) {
        told.add("parked after " + failures);
    }
}

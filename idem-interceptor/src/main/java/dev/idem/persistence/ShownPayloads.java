package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.engine.ResultText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a record's payloads for people. */
final class ShownPayloads {

    private final Database database;

    ShownPayloads(Database database) {
        this.database = database;
    }

    Payloads.Opened arguments(Digest key, @Nullable String stored) {
        return database.payloads().open(Optional.ofNullable(stored), PayloadPlace.arguments(key));
    }

    /** The result's JSON, without its version. */
    Payloads.Opened result(Digest key, @Nullable String stored) {
        Payloads.Opened result = database.payloads().open(Optional.ofNullable(stored), PayloadPlace.result(key));
        return new Payloads.Opened(
                result.text().map(text -> ResultText.parse(text).json()), result.unreadable());
    }

    static List<String> unreadable(Payloads.Opened arguments, Payloads.Opened edited, Payloads.Opened result) {
        return Stream.of(
                        why("the arguments", arguments),
                        why("the edited arguments", edited),
                        why("the stored result", result))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> why(String what, Payloads.Opened payload) {
        return payload.unreadable().map(reason -> what + " cannot be read: " + reason);
    }
}

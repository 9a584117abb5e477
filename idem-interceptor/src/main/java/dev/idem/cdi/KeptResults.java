package dev.idem.cdi;

import dev.idem.engine.ResultCodec;
import dev.idem.engine.ResultText;
import dev.idem.key.Sensitivity;
import dev.idem.spi.ResultUpcaster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores results with the version of their type, and changes older ones when they are read.
 *
 * @param codec writes and reads the current version
 * @param upcaster knows older ones, if there are any
 * @param sensitive whether a parser's words, which may quote what it read, are to be left out
 */
record KeptResults(ResultCodec codec, Optional<ResultUpcaster> upcaster, boolean sensitive) implements ResultCodec {

    @Override
    public boolean fails(@Nullable Object result) {
        return codec.fails(result);
    }

    @Override
    public Encoded encode(Object result) {
        Encoded encoded = codec.encode(result);
        return new Encoded(stored(encoded.text()), encoded.answer());
    }

    @Override
    public @Nullable Object decode(String text) {
        ResultText stored = known(ResultText.parse(text));
        try {
            return codec.decode(current(stored));
        } catch (RuntimeException unreadable) {
            throw sensitive ? new IllegalArgumentException(Sensitivity.UNTOLD) : unreadable;
        }
    }

    @Override
    public String confirmed(String text) {
        return stored(codec.confirmed(text));
    }

    private String stored(String json) {
        return new ResultText(version(), json).stored();
    }

    private ResultText known(ResultText stored) {
        if (stored.version() > version()) {
            throw new IllegalArgumentException(
                    "it is of version " + stored.version() + ", this application knows " + version());
        }
        return stored;
    }

    private String current(ResultText stored) {
        return stored.version() == version()
                ? stored.json()
                : upcaster.orElseThrow().upcast(stored.json(), stored.version());
    }

    private int version() {
        return upcaster.map(ResultUpcaster::version).orElse(1);
    }
}

package dev.idem.cdi;

import dev.idem.engine.ResultCodec;
import dev.idem.key.ExactJson;
import dev.idem.spi.ArgumentCodec;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Stores results as JSON of the method's return type. */
record JsonResults(Type type, ArgumentCodec codec) implements ResultCodec {

    @Override
    public Encoded encode(Object result) {
        return new Encoded(codec.write(result, type), result);
    }

    @Override
    public @Nullable Object decode(String text) {
        return codec.read(text, type);
    }

    @Override
    public String confirmed(String text) {
        return codec.write(ExactJson.read(text, type, codec), type);
    }
}

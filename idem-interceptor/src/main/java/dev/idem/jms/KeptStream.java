package dev.idem.jms;

import jakarta.jms.JMSException;
import jakarta.jms.MessageEOFException;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The values of a stream message, read one after the other. */
final class KeptStream implements KeptBody {

    private final @Nullable Object[] values;
    private int next;
    private @Nullable ByteArrayInputStream field;

    KeptStream(@Nullable Object[] values) {
        this.values = values;
    }

    @Override
    public @Nullable Object invoke(Method method, Object[] arguments) throws JMSException {
        if (method.getName().equals("reset")) {
            next = 0;
            field = null;
            return null;
        }
        return arguments.length > 0
                ? (Object) readBytes((byte[]) arguments[0])
                : MessageValue.convert(read(), method.getReturnType());
    }

    private @Nullable Object read() throws MessageEOFException {
        if (next == values.length) {
            throw new MessageEOFException("the end of the message");
        }
        return values[next++];
    }

    /** A field may be read in parts; a part that does not fill the target, or -1, is the last. */
    private int readBytes(byte[] target) throws JMSException {
        ByteArrayInputStream reading = field;
        if (reading == null) {
            byte[] whole = (byte[]) MessageValue.convert(read(), byte[].class);
            if (whole == null) {
                return -1;
            }
            reading = new ByteArrayInputStream(whole);
        }
        int read = reading.read(target, 0, target.length);
        field = read < target.length ? null : reading;
        return read;
    }

    @Override
    public @Nullable Object whole() {
        return null;
    }

    @Override
    public @Nullable Object as(Class<?> type) throws JMSException {
        throw KeptMessage.unreadable(type);
    }

    @Override
    public boolean fits(Class<?> type) {
        return false;
    }
}

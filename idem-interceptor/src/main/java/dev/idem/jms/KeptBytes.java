package dev.idem.jms;

import jakarta.jms.JMSException;
import jakarta.jms.MessageEOFException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a bytes message, read from its start. */
final class KeptBytes implements KeptBody {

    private final byte[] bytes;
    private ByteArrayInputStream unread;

    KeptBytes(byte[] bytes) {
        this.bytes = bytes;
        this.unread = new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable Object invoke(Method method, Object[] arguments) throws JMSException {
        return switch (method.getName()) {
            case "getBodyLength" -> (long) bytes.length;
            case "reset" -> {
                unread = new ByteArrayInputStream(bytes);
                yield null;
            }
            case "readBytes" -> readBytes((byte[]) arguments[0], arguments);
            default -> readData(method.getName());
        };
    }

    private int readBytes(byte[] target, Object[] arguments) {
        int length = arguments.length > 1 ? (int) arguments[1] : target.length;
        return unread.read(target, 0, length);
    }

    /** The methods of {@code BytesMessage} are named as those of {@code DataInputStream}, and read the same format. */
    private Object readData(String name) throws JMSException {
        try {
            return DataInputStream.class.getMethod(name).invoke(new DataInputStream(unread));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof EOFException
                    ? new MessageEOFException("the end of the message")
                    : new JMSException("the bytes cannot be read: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("BytesMessage has no method " + name, e);
        }
    }

    @Override
    public Object whole() {
        return Arrays.copyOf(bytes, bytes.length);
    }
}

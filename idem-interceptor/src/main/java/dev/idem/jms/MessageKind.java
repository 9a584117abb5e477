package dev.idem.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.util.Arrays;

/** The kinds of JMS messages. */
enum MessageKind {
    TEXT(TextMessage.class),
    MAP(MapMessage.class),
    BYTES(BytesMessage.class),
    STREAM(StreamMessage.class),
    OBJECT(ObjectMessage.class),
    PLAIN(Message.class);

    private final Class<? extends Message> type;

    MessageKind(Class<? extends Message> type) {
        this.type = type;
    }

    static MessageKind of(Message message) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(message))
                .findFirst()
                .orElse(PLAIN);
    }

    Class<? extends Message> type() {
        return type;
    }
}

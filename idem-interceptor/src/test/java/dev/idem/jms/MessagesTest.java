package dev.idem.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.key.Expression;
import dev.idem.key.NamedBeans;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageEOFException;
import jakarta.jms.MessageFormatException;
import jakarta.jms.MessageNotWriteableException;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Keys, fingerprints and the JSON of messages that a real broker delivered, and messages rebuilt from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTest {

    private final JmsSettings settings = new JmsSettings("Idempotency_Key", false, List.of("traceparent"));
    private final MessageKeys keys = new MessageKeys(settings);
    private final MessageCodec codec = new MessageCodec(settings);

    @SuppressWarnings("NullAway.Init")
    private BrokerMessages broker;

    @BeforeAll
    void start() {
        broker = new BrokerMessages();
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    private static Message order(JMSContext context, String text) throws JMSException {
        Message message = context.createTextMessage(text);
        message.setStringProperty("Idempotency_Key", "order-4711");
        message.setIntProperty("amount", 5);
        message.setStringProperty("traceparent", text + System.nanoTime());
        message.setJMSType("order.paid");
        message.setJMSCorrelationID("correlated");
        return message;
    }

    private Message delivered(String text) throws JMSException {
        return broker.delivered(context -> order(context, text));
    }

    private <T extends Message> T rebuilt(Message message, Class<T> type) {
        return type.cast(Objects.requireNonNull(codec.read(codec.write(message, Message.class), type)));
    }

    @Test
    @DisplayName("scenario 100: the key is a property, the same under every broker id")
    void keyIsAProperty() throws Exception {
        Message first = delivered("paid");
        Message second = delivered("paid");

        assertThat(first.getJMSMessageID()).isNotEqualTo(second.getJMSMessageID());
        assertThat(keys.key(first)).contains("order-4711").isEqualTo(keys.key(second));
        assertThat(keys.deliveryId(first)).contains(first.getJMSMessageID());
    }

    @Test
    void messageIdIsAKeyOnlyIfWanted() throws Exception {
        Message message = broker.delivered(context -> context.createTextMessage("without a key"));

        assertThat(keys.key(message)).isEmpty();
        assertThat(new MessageKeys(new JmsSettings("Idempotency_Key", true, List.of())).key(message))
                .contains(message.getJMSMessageID());
    }

    @Test
    void propertyHasTheConfiguredName() throws Exception {
        MessageKeys amounts = new MessageKeys(new JmsSettings("amount", true, List.of()));

        assertThat(amounts.key(delivered("paid"))).contains("5");
    }

    @Test
    void keyExpressionReadsDeliveredAndRebuiltMessages() throws Exception {
        Message message = delivered("paid");
        Expression property = expression("message.getStringProperty('Idempotency_Key') += ':' += message.JMSType");
        Expression body = expression("message.getBody(''.class)");

        assertThat(evaluated(property, message)).isEqualTo("order-4711:order.paid");
        assertThat(evaluated(property, rebuilt(message, Message.class))).isEqualTo("order-4711:order.paid");
        assertThat(evaluated(body, message)).isEqualTo("paid");
    }

    private static Expression expression(String text) {
        return Expression.compile(text, List.of("message"), Object.class);
    }

    private static Object evaluated(Expression expression, Message message) {
        return Objects.requireNonNull(expression.evaluate(new Object[] {message}, NamedBeans.none()));
    }

    @Test
    @DisplayName(
            "scenario 100: messages with the same body and properties look the same, whatever the broker says of them")
    void fingerprintLeavesOutWhatTheBrokerSets() throws Exception {
        assertThat(compared(delivered("paid"))).isEqualTo(compared(delivered("paid")));
        assertThat(compared(delivered("paid"))).doesNotContain("ID:", "traceparent", "correlated", "JMSX");
        assertThat(compared(delivered("paid"))).isNotEqualTo(compared(delivered("refunded")));
    }

    @Test
    @DisplayName("scenario 49: a property or type that differs is seen")
    void fingerprintCoversPropertiesAndType() throws Exception {
        Message other = broker.delivered(context -> {
            Message message = order(context, "paid");
            message.setIntProperty("amount", 6);
            return message;
        });
        Message otherType = broker.delivered(context -> {
            Message message = order(context, "paid");
            message.setJMSType("order.refunded");
            return message;
        });

        assertThat(List.of(compared(other), compared(otherType))).doesNotContain(compared(delivered("paid")));
    }

    @Test
    void rebuiltMessageLooksTheSame() throws Exception {
        Message message = delivered("paid");

        assertThat(compared(rebuilt(message, Message.class))).isEqualTo(compared(message));
    }

    private String compared(Message message) {
        return codec.writeForFingerprint(message, Message.class);
    }

    @Test
    void textIsRebuilt() throws Exception {
        Message message = delivered("paid");

        TextMessage text = rebuilt(message, TextMessage.class);

        assertThat(text.getText()).isEqualTo("paid");
        assertThat(text.getBody(String.class)).isEqualTo("paid");
        assertThat(text.isBodyAssignableTo(Integer.class)).isFalse();
        assertThat(text.getIntProperty("amount")).isEqualTo(5);
        assertThat(text.getLongProperty("amount")).isEqualTo(5L);
        assertThat(text.getStringProperty("amount")).isEqualTo("5");
        assertThat(text.getObjectProperty("amount")).isEqualTo(5);
        assertThat(text.propertyExists("nothing")).isFalse();
        assertThat(text.getStringProperty("nothing")).isNull();
        assertThat(text.getJMSType()).isEqualTo("order.paid");
        assertThat(text.getJMSCorrelationID()).isEqualTo("correlated");
        assertThat(text.getJMSMessageID()).isEqualTo(message.getJMSMessageID());
        assertThat(text.getJMSDestination()).isNull();
        assertThat(text.getJMSTimestamp()).isZero();
        assertThat(text.getJMSRedelivered()).isFalse();
        assertThat(List.of(message, text)).contains(text).doesNotHaveDuplicates();
        assertThat(Collections.list((java.util.Enumeration<?>) text.getPropertyNames()))
                .isEqualTo(List.of("Idempotency_Key", "amount", "traceparent"));
    }

    @Test
    void rebuiltMessageIsReadOnly() throws Exception {
        TextMessage text = rebuilt(delivered("paid"), TextMessage.class);

        assertThatThrownBy(() -> text.setText("other")).isInstanceOf(MessageNotWriteableException.class);
        assertThatThrownBy(() -> text.setStringProperty("a", "b")).isInstanceOf(MessageNotWriteableException.class);
        assertThatThrownBy(text::clearBody).isInstanceOf(MessageNotWriteableException.class);
        assertThatThrownBy(() -> text.getByteProperty("amount")).isInstanceOf(MessageFormatException.class);
        assertThatThrownBy(() -> text.getBody(byte[].class)).isInstanceOf(MessageFormatException.class);
        text.acknowledge();
        assertThat(text.getText()).isEqualTo("paid");
    }

    @Test
    void mapIsRebuilt() throws Exception {
        Message message = broker.delivered(context -> {
            MapMessage map = context.createMapMessage();
            map.setString("text", "t");
            map.setBoolean("flag", true);
            map.setByte("byte", (byte) 1);
            map.setShort("short", (short) 2);
            map.setLong("long", Long.MAX_VALUE);
            map.setFloat("float", 1.5f);
            map.setDouble("double", Double.NaN);
            map.setChar("char", 'c');
            map.setBytes("bytes", new byte[] {1, 2});
            return map;
        });

        MapMessage map = rebuilt(message, MapMessage.class);

        assertThat(map.getString("text")).isEqualTo("t");
        assertThat(map.getBoolean("flag")).isTrue();
        assertThat(map.getByte("byte")).isEqualTo((byte) 1);
        assertThat(map.getInt("short")).isEqualTo(2);
        assertThat(map.getLong("long")).isEqualTo(Long.MAX_VALUE);
        assertThat(map.getDouble("float")).isEqualTo(1.5);
        assertThat(map.getDouble("double")).isNaN();
        assertThat(map.getChar("char")).isEqualTo('c');
        assertThat(map.getBytes("bytes")).containsExactly(1, 2);
        assertThat(map.itemExists("nothing")).isFalse();
        assertThat(Collections.list((java.util.Enumeration<?>) map.getMapNames()))
                .hasSize(9);
        assertThat((Map<?, ?>) map.getBody(Map.class)).hasSize(9);
        assertThatThrownBy(() -> map.getShort("long")).isInstanceOf(MessageFormatException.class);
        assertThatThrownBy(() -> map.getInt("nothing")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> map.getChar("text")).isInstanceOf(MessageFormatException.class);
    }

    @Test
    void bytesAreRebuiltAndLeftUnread() throws Exception {
        BytesMessage message = (BytesMessage) broker.delivered(context -> {
            BytesMessage bytes = context.createBytesMessage();
            bytes.writeUTF("zażółć");
            bytes.writeInt(7);
            bytes.writeBytes("rest".getBytes(StandardCharsets.UTF_8));
            return bytes;
        });

        BytesMessage bytes = rebuilt(message, BytesMessage.class);

        for (BytesMessage each : List.of(message, bytes)) {
            assertThat(each.readUTF()).isEqualTo("zażółć");
            assertThat(each.readInt()).isEqualTo(7);
            byte[] rest = new byte[10];
            assertThat(each.readBytes(rest)).isEqualTo(4);
            assertThat(each.readBytes(rest)).isEqualTo(-1);
            assertThatThrownBy(each::readByte).isInstanceOf(MessageEOFException.class);
            each.reset();
            assertThat(each.readUTF()).isEqualTo("zażółć");
        }
        assertThat(bytes.getBodyLength()).isEqualTo(message.getBodyLength());
        assertThat(bytes.getBody(byte[].class)).hasSize((int) message.getBodyLength());
    }

    @Test
    void streamIsRebuiltAndLeftUnread() throws Exception {
        StreamMessage message = (StreamMessage) broker.delivered(context -> {
            StreamMessage stream = context.createStreamMessage();
            stream.writeString("first");
            stream.writeInt(2);
            stream.writeBytes(new byte[] {1, 2, 3});
            return stream;
        });

        StreamMessage stream = rebuilt(message, StreamMessage.class);

        for (StreamMessage each : List.of(message, stream)) {
            assertThat(each.readString()).isEqualTo("first");
            assertThat(each.readLong()).isEqualTo(2);
            byte[] part = new byte[2];
            assertThat(each.readBytes(part)).isEqualTo(2);
            assertThat(each.readBytes(part)).isEqualTo(1);
            assertThatThrownBy(each::readObject).isInstanceOf(MessageEOFException.class);
            each.reset();
            assertThat(each.readObject()).isEqualTo("first");
        }
        assertThat(stream.isBodyAssignableTo(String.class)).isFalse();
    }

    @Test
    void messageWithoutBodyIsRebuilt() throws Exception {
        Message message = rebuilt(broker.delivered(JMSContext::createMessage), Message.class);

        assertThat(message.getBody(String.class)).isNull();
        assertThat(message).isNotInstanceOf(TextMessage.class);
    }

    @Test
    @DisplayName("scenario 86: an ObjectMessage is never deserialised, neither from the broker nor from the database")
    void objectIsNeverDeserialised() throws Exception {
        ObjectMessage message = (ObjectMessage) broker.delivered(context -> {
            ObjectMessage object = context.createObjectMessage(new Explosive());
            object.setStringProperty("Idempotency_Key", "order-4711");
            return object;
        });

        String json = codec.write(message, Message.class);

        assertThat(compared(message)).contains("order-4711");
        assertThat(json).contains("OBJECT", "order-4711");
        assertThatThrownBy(() -> codec.read(json, Message.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ObjectMessage is not rebuilt");
    }

    /** Blows up when it is deserialised. */
    static final class Explosive implements java.io.Serializable {

        private static final long serialVersionUID = 1L;

        private Object readResolve() {
            throw new AssertionError("deserialised");
        }
    }

    @Test
    void anotherKindThanTheMethodWantsIsNotRebuilt() throws Exception {
        String json = codec.write(delivered("paid"), Message.class);

        assertThatThrownBy(() -> codec.read(json, MapMessage.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TEXT");
    }

    @Test
    void whatIsNoMessageIsNotRebuilt() {
        for (String json : List.of(
                "[]",
                "{}",
                "5",
                "{\"kind\":\"HUGE\"}",
                "{\"kind\":\"TEXT\"}",
                "{\"kind\":\"TEXT\"," + "\"headers\":{},\"properties\":{\"a\":5},\"body\":null}")) {
            assertThatThrownBy(() -> codec.read(json, Message.class)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(codec.read("null", Message.class)).isNull();
        assertThat(codec.write(null, Message.class)).isEqualTo("null");
    }

    @Test
    void messagesAreCarriedAndNothingElse() {
        assertThat(codec.carries(TextMessage.class)).isTrue();
        assertThat(codec.carries(Message.class)).isTrue();
        assertThat(codec.carries(Object.class)).isFalse();
        assertThat(codec.carries(String.class)).isFalse();
    }
}

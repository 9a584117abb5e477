package dev.idem.demo.broker.kafka;

import dev.idem.demo.broker.Arrival;
import dev.idem.demo.broker.Broker;
import dev.idem.demo.payments.PaymentSucceeded;
import dev.idem.spi.BrokerUnavailableException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka: sends records, whose keys are the ids of their messages, and has a {@link Listener} read them. */
public final class Kafka implements Broker {

    /** Milliseconds: after so long without an answer the client sends again. */
    private static final int ONE_ANSWER = 1500;

    private static final int ALL_ANSWERS = 8000;

    private final KafkaProducer<String, String> producer;
    private final Listener listener;

    private Kafka(KafkaProducer<String, String> producer, Listener listener) {
        this.producer = producer;
        this.listener = listener;
    }

    /**
     * Connects and begins to listen.
     *
     * @param address the broker, as {@code host:port}
     * @param desk takes every record; throws if it shall come again
     * @param threads where to listen, for one task that lasts
     */
    public static Kafka connect(String address, Consumer<Arrival> desk, Executor threads) {
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(address), new StringSerializer(), new StringSerializer());
        Listener listener = new Listener(address, PaymentSucceeded.QUEUE, desk, producer);
        threads.execute(listener);
        return new Kafka(producer, listener);
    }

    /** Without Kafka's own guard against its producers' repetitions, or there would be nothing to see. */
    private static Map<String, Object> settings(String address) {
        return Map.of(
                "bootstrap.servers",
                address,
                "enable.idempotence",
                false,
                "acks",
                "all",
                "request.timeout.ms",
                ONE_ANSWER,
                "delivery.timeout.ms",
                ALL_ANSWERS,
                "max.block.ms",
                ALL_ANSWERS);
    }

    @Override
    public void send(String messageId, String destination, String text) throws Exception {
        try {
            producer.send(new ProducerRecord<>(destination, messageId, text)).get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TimeoutException) {
                throw new BrokerUnavailableException("Kafka does not answer", failure);
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        listener.close();
        producer.close();
    }
}

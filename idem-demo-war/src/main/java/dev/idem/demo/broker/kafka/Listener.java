package dev.idem.demo.broker.kafka;

import dev.idem.demo.broker.Arrival;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads records one by one and commits the offset of each after its effect. One that fails is read again, ten times in
 * all; then it goes to the topic of the dead, so that the ones behind it are read. Runs in one thread.
 */
final class Listener implements Runnable, AutoCloseable {

    private static final Logger LOG = System.getLogger(Listener.class.getName());

    private static final String DEAD = ".dead";
    private static final int MOST_DELIVERIES = 10;
    private static final int REDELIVERY_MILLIS = 100;
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, String> consumer;
    private final String topic;
    private final Consumer<Arrival> desk;
    private final Producer<String, String> deadLetters;
    private final Map<TopicPartition, Integer> failures = new HashMap<>();
    private volatile boolean closed;

    Listener(String address, String topic, Consumer<Arrival> desk, Producer<String, String> deadLetters) {
        this.consumer = new KafkaConsumer<>(settings(address), new StringDeserializer(), new StringDeserializer());
        this.topic = topic;
        this.desk = desk;
        this.deadLetters = deadLetters;
    }

    private static Map<String, Object> settings(String address) {
        return Map.of(
                "bootstrap.servers",
                address,
                "group.id",
                "coupons",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "session.timeout.ms",
                6000,
                "heartbeat.interval.ms",
                1000,
                "max.poll.records",
                10);
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (!closed) {
                listen();
            }
        }
    }

    private void listen() {
        try {
            handleAll(consumer.poll(POLL));
        } catch (WakeupException closing) {
            LOG.log(Level.DEBUG, "Listening ends", closing);
        } catch (KafkaException failure) {
            LOG.log(Level.DEBUG, "Records come again", failure);
        }
    }

    /** All of them come again if an offset cannot be committed: the consumer has passed them. */
    private void handleAll(ConsumerRecords<String, String> records) {
        try {
            records.partitions().forEach(partition -> handleAll(partition, records.records(partition)));
        } catch (KafkaException failure) {
            records.partitions().stream()
                    .filter(consumer.assignment()::contains)
                    .forEach(partition -> consumer.seek(
                            partition, records.records(partition).get(0).offset()));
            throw failure;
        }
    }

    /** Up to the first that fails. */
    private void handleAll(TopicPartition partition, List<ConsumerRecord<String, String>> records) {
        for (ConsumerRecord<String, String> each : records) {
            if (!handled(partition, each)) {
                consumer.seek(partition, each.offset());
                rest();
                return;
            }
            failures.remove(partition);
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(each.offset() + 1)));
        }
    }

    private boolean handled(TopicPartition partition, ConsumerRecord<String, String> each) {
        try {
            desk.accept(arrival(each));
            return true;
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "A record comes again", failure);
            return failures.merge(partition, 1, Integer::sum) >= MOST_DELIVERIES && isDeadLetter(each);
        }
    }

    /** Else it comes again, for nobody has it. */
    private boolean isDeadLetter(ConsumerRecord<String, String> each) {
        try {
            deadLetters
                    .send(new ProducerRecord<>(topic + DEAD, each.key(), each.value()))
                    .get();
            return true;
        } catch (ExecutionException | KafkaException failure) {
            LOG.log(Level.WARNING, "DEMO-0002 A record comes again: Kafka does not take it as a dead letter.", failure);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Arrival arrival(ConsumerRecord<String, String> each) {
        return new Arrival(
                each.topic() + "-" + each.partition() + "@" + each.offset(),
                "nothing, Kafka counts no deliveries",
                each.value());
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REDELIVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
    }
}

package dev.idem.demo.broker.rocketmq;

import dev.idem.demo.broker.Arrival;
import dev.idem.demo.broker.Broker;
import dev.idem.demo.payments.PaymentSucceeded;
import dev.idem.spi.BrokerUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/** RocketMQ: a message whose listener throws comes again after a second, ten times, then it is a dead letter. */
public final class RocketMq implements Broker {

    private static final Logger LOG = System.getLogger(RocketMq.class.getName());

    private static final String GROUP = "coupons";
    private static final int MOST_REDELIVERIES = 10;
    private static final int THREADS = 5;
    /** Milliseconds: after the first the client sends again, under the same id; after the second it gives up. */
    private static final int ONE_ANSWER = 1500;

    private static final int ALL_ANSWERS = 4000;
    private static final int ASK_FOR_BROKERS = 1000;

    private final DefaultMQProducer producer;
    private final DefaultMQPushConsumer consumer;

    private RocketMq(DefaultMQProducer producer, DefaultMQPushConsumer consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /**
     * Connects and begins to listen.
     *
     * @param address the name server, as {@code host:port}
     * @param desk takes every message; throws if it shall come again
     */
    public static RocketMq connect(String address, Consumer<Arrival> desk) {
        try {
            RocketMq broker = new RocketMq(producer(address), consumer(address, desk));
            broker.producer.start();
            broker.consumer.start();
            return broker;
        } catch (MQClientException failure) {
            throw new IllegalStateException("RocketMQ cannot be used at " + address, failure);
        }
    }

    private static DefaultMQProducer producer(String address) {
        DefaultMQProducer producer = new DefaultMQProducer("payments");
        producer.setNamesrvAddr(address);
        producer.setPollNameServerInterval(ASK_FOR_BROKERS);
        // asks at its start who has it, not at the first message
        producer.setTopics(List.of(topic(PaymentSucceeded.QUEUE)));
        producer.setSendMsgTimeout(ALL_ANSWERS);
        producer.setSendMsgMaxTimeoutPerRequest(ONE_ANSWER);
        return producer;
    }

    private static DefaultMQPushConsumer consumer(String address, Consumer<Arrival> desk) throws MQClientException {
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(GROUP);
        consumer.setNamesrvAddr(address);
        consumer.setPollNameServerInterval(ASK_FOR_BROKERS);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setMaxReconsumeTimes(MOST_REDELIVERIES);
        consumer.setConsumeThreadMin(THREADS);
        consumer.setConsumeThreadMax(THREADS);
        consumer.setConsumeMessageBatchMaxSize(1);
        consumer.subscribe(topic(PaymentSucceeded.QUEUE), "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> status(messages, desk));
        return consumer;
    }

    private static ConsumeConcurrentlyStatus status(List<MessageExt> messages, Consumer<Arrival> desk) {
        try {
            messages.forEach(message -> desk.accept(arrival(message)));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "A message comes again", failure);
            return ConsumeConcurrentlyStatus.RECONSUME_LATER;
        }
    }

    private static Arrival arrival(MessageExt message) {
        return new Arrival(
                message.getMsgId(),
                "reconsumeTimes = " + message.getReconsumeTimes(),
                new String(message.getBody(), StandardCharsets.UTF_8));
    }

    /** A point is no character of a topic. */
    private static String topic(String destination) {
        return destination.replace('.', '-');
    }

    @Override
    public void send(String messageId, String destination, String text) throws Exception {
        Message message = new Message(topic(destination), text.getBytes(StandardCharsets.UTF_8));
        message.setKeys(messageId);
        SendResult result;
        try {
            result = producer.send(message);
        } catch (MQClientException unreachable) {
            throw new BrokerUnavailableException("RocketMQ does not answer", unreachable);
        }
        if (result.getSendStatus() != SendStatus.SEND_OK) {
            throw new IllegalStateException("RocketMQ says " + result.getSendStatus());
        }
    }

    @Override
    public void close() {
        consumer.shutdown();
        producer.shutdown();
    }
}

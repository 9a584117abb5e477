package dev.idem.demo.broker.artemis;

import dev.idem.demo.broker.StubbornProducer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/** Sends as every JMS client does that was told to try again. The second message is another one to the broker. */
@ApplicationScoped
public class ArtemisProducer implements StubbornProducer {

    private static final Logger LOG = System.getLogger(ArtemisProducer.class.getName());

    private static final int MOST_TRIES = 5;

    @Resource(lookup = "java:app/jms/broker")
    ConnectionFactory connections;

    @Override
    public void send(String destination, String before, String event, Step.During whileBrokerStands) throws Exception {
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            Queue queue = context.createQueue(destination);
            JMSProducer producer = context.createProducer();
            producer.send(queue, before);
            whileBrokerStands.run(() -> producer.send(queue, event));
        } catch (JMSRuntimeException noAnswer) {
            LOG.log(Level.DEBUG, "Sent again", noAnswer);
            sendAgain(destination, event, MOST_TRIES);
        }
    }

    /** A connection of the pool may be as dead as the first one. */
    private void sendAgain(String destination, String event, int tries) throws InterruptedException {
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            context.createProducer().send(context.createQueue(destination), event);
        } catch (JMSRuntimeException noConnection) {
            if (tries == 1) {
                throw noConnection;
            }
            TimeUnit.SECONDS.sleep(1);
            sendAgain(destination, event, tries - 1);
        }
    }
}

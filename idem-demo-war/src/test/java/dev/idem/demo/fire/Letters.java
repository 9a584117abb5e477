package dev.idem.demo.fire;

import dev.idem.demo.fire.app.Ask;
import dev.idem.fire.Identity;
import dev.idem.testing.ArtemisClient;
import jakarta.jms.JMSRuntimeException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A producer of messages, which sends each until the broker has it, and some of them twice. */
final class Letters implements AutoCloseable {

    static final String QUEUE = "letters";

    private static final long PAUSE_MILLIS = 150;

    private final ArtemisClient broker;
    private final Diary diary;
    private final CallDraw draw;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "letters");

    Letters(ArtemisClient broker, Diary diary, CallDraw draw) {
        this.broker = broker;
        this.diary = diary;
        this.draw = draw;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (int i = 1; !end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); i++) {
                String mood = draw.percent(4) ? Ask.SICK : draw.percent(4) ? Ask.ERROR : Ask.WELL;
                String key = "letter-" + i + CallDraw.suffix(mood);
                send(key, mood);
                if (draw.percent(25)) {
                    send(key, mood);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the broker did not confirm may be there or not: nothing is expected of it. */
    private void send(String key, String mood) {
        try {
            broker.send(QUEUE, mood, Map.of("Idempotency_Key", key));
            diary.accepted(new Identity("letters.read", "", key));
        } catch (JMSRuntimeException away) {
            System.getLogger(Letters.class.getName()).log(Level.DEBUG, "the broker is away", away);
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

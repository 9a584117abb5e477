package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All nodes, and somebody who starts again those that have died. Safe for all threads. */
final class Nodes implements AutoCloseable {

    private static final long GLANCE_MILLIS = 200;

    private final List<FireNode> all;
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger failedStarts = new AtomicInteger();
    private final List<Thread> keepers;

    Nodes(List<FireNode> all) {
        this.all = List.copyOf(all);
        this.keepers = this.all.stream()
                .map(node -> new Thread(() -> keep(node), "keeper-" + node.number()))
                .toList();
    }

    List<FireNode> all() {
        return all;
    }

    /** Starts all of them at the same time; from then on they are kept alive. */
    void start() {
        List<Thread> starters = all.stream()
                .map(node -> new Thread(node::start, "start-" + node.number()))
                .toList();
        starters.forEach(Thread::start);
        starters.forEach(Nodes::join);
        if (!all.stream().allMatch(FireNode::isUp)) {
            throw new DemoFailed("A node did not start, see the logs");
        }
        keepers.forEach(keeper -> {
            keeper.setDaemon(true);
            keeper.start();
        });
    }

    private void keep(FireNode node) {
        try {
            while (!end.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!node.revive()) {
                    failedStarts.incrementAndGet();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The port of one that is up, almost always; as long as none is, nobody has to call. */
    int any(CallDraw draw) throws InterruptedException {
        List<FireNode> up = up();
        while (up.isEmpty() && !end.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            up = up();
        }
        List<FireNode> from = up.isEmpty() || draw.percent(1) ? all : up;
        return from.get(draw.upTo(from.size())).port();
    }

    private List<FireNode> up() {
        return all.stream().filter(FireNode::isUp).toList();
    }

    boolean areAllUp() {
        return all.stream().allMatch(FireNode::isUp);
    }

    /** Waits for all of them, but not for long. */
    void awaitAllForAMoment() throws InterruptedException {
        if (!areAllUp() && end.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            System.getLogger(Nodes.class.getName()).log(System.Logger.Level.DEBUG, "the end");
        }
    }

    /** Starts that failed, because database or broker were away meanwhile. */
    int failedStarts() {
        return failedStarts.get();
    }

    int starts() {
        return all.stream().mapToInt(FireNode::starts).sum();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        all.stream().parallel().forEach(FireNode::stop);
        keepers.forEach(keeper -> {
            if (keeper.isAlive()) {
                keeper.interrupt();
                join(keeper);
            }
        });
        all.forEach(FireNode::stop);
    }
}

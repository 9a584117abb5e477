package dev.idem.demo.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order story, played over HTTP; every effect is counted afterwards. */
final class Story {

    private static final String PRICE = "99.90";
    private static final String OTHER_PRICE = "1.00";
    private static final String SUCCESS = "{\"code\":200,\"msg\":\"success\"}";
    private static final int STORM = 50;
    private static final int MOST_ATTEMPTS = 5;

    private final DemoSystem system;
    private final Progress progress;
    private final Purchase first;
    private final Purchase second;
    private final Purchase third;
    private final Purchase fourth;
    private @Nullable ConsoleLogin login;

    Story(DemoSystem system, Progress progress, String run) {
        this.system = system;
        this.progress = progress;
        this.first = new Purchase(system.client(), run + "-1");
        this.second = new Purchase(system.client(), run + "-2");
        this.third = new Purchase(system.client(), run + "-3");
        this.fourth = new Purchase(system.client(), run + "-4");
    }

    Purchase firstPurchase() {
        return first;
    }

    /** How to log in at the console after the story, which had to change the password. */
    ConsoleLogin login() {
        if (login == null) {
            throw new IllegalStateException("The story has not been played");
        }
        return login;
    }

    List<Outcome> play() {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(progress.step("order submitted 3 times", this::submittedThreeTimes));
        outcomes.add(progress.step("payment callback 50 times at once", this::calledBackAtOnce));
        if (system.options().hasSecondNode()) {
            outcomes.add(progress.step("payment callback on both nodes at once", this::calledBackOnBothNodes));
        }
        outcomes.add(progress.step("same key, other order", this::keyReused));
        outcomes.add(progress.step("no key", this::keyMissing));
        outcomes.add(nodeKilled());
        outcomes.add(progress.step("broker killed, callback, broker started again", this::brokerKilled));
        String record = progress.step("a coupon that fails at every delivery", this::failUntilPoison);
        outcomes.add(parked());
        outcomes.add(progress.step("another order meanwhile", this::otherOrder));
        outcomes.add(progress.step("replay in the console", () -> replayed(record)));
        return outcomes;
    }

    private Outcome submittedThreeTimes() {
        List<Answer> answers = IntStream.range(0, 3)
                .mapToObj(i -> system.client().submit(first.key(), first.order(PRICE)))
                .toList();
        long replayed = answers.stream().filter(Answer::replayed).count();
        boolean same = answers.stream().map(Answer::body).distinct().count() == 1
                && answers.stream().allMatch(answer -> answer.status() == 201);
        Effects effects = first.effects();
        return new Outcome(
                "order submitted again and again, same key",
                3,
                effects + "; " + replayed + " answers replayed",
                same && replayed == 2 && effects.equals(Effects.ORDERED_ONCE));
    }

    private Outcome calledBackAtOnce() {
        List<Answer> answers = system.client().postAtOnce(STORM, Purchase.CALLBACKS, first.callback(PRICE));
        return settled("payment callback, all at once", STORM, first, answers);
    }

    private Outcome calledBackOnBothNodes() {
        Purchase purchase = new Purchase(system.client(), first.orderId() + "-n");
        purchase.submit(PRICE);
        List<Answer> answers = Stream.of(system.client(), system.secondClient())
                .map(node -> node.posted(Purchase.CALLBACKS, purchase.callback(PRICE)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        return settled("the same callback on both nodes at once", 2, purchase, answers);
    }

    private Outcome keyReused() {
        Answer answer = system.client().submit(first.key(), first.order(OTHER_PRICE));
        return refused("same key, another amount", answer, 422);
    }

    private Outcome keyMissing() {
        Answer answer = system.client().post("/orders", new Purchase(system.client(), "no-key").order(PRICE));
        return refused("no key", answer, 400);
    }

    private Outcome refused(String scenario, Answer answer, int status) {
        Effects effects = first.effects();
        return new Outcome(
                scenario,
                1,
                "refused with " + answer.status() + "; still " + effects,
                answer.isProblem(status) && effects.equals(Effects.PAID_ONCE));
    }

    private Outcome nodeKilled() {
        progress.step("kill -9 of the node in the middle of 50 callbacks", this::killInStorm);
        progress.step("node started again", system::startNode);
        return progress.step("the same 50 callbacks again", () -> {
            List<Answer> answers = system.client().postAtOnce(STORM, Purchase.CALLBACKS, second.callback(PRICE));
            return settled("node killed with -9 meanwhile, then repeated", 2 * STORM, second, answers);
        });
    }

    /** One callback is held after its writes and before its commit, the others wait for it; then the node dies. */
    private void killInStorm() {
        system.client().submit(second.key(), second.order(PRICE));
        system.client().order("payments", "{\"mode\":\"hang\",\"times\":1}");
        List<CompletableFuture<Answer>> storm = Stream.generate(
                        () -> system.client().posted(Purchase.CALLBACKS, second.callback(PRICE)))
                .limit(STORM)
                .toList();
        system.awaitFault("payments", 1);
        system.node().kill();
        storm.forEach(CompletableFuture::join);
    }

    private Outcome brokerKilled() {
        Purchase purchase = new Purchase(system.client(), first.orderId() + "-b");
        purchase.submit(PRICE);
        system.awaitQuiet();
        system.broker().kill();
        Answer answer = purchase.callBack(PRICE);
        Effects without = purchase.effects();
        system.restartBroker();
        Outcome outcome = settled("broker killed with -9, callback, broker back", 1, purchase, List.of(answer));
        return outcome.and(without.equals(Effects.PAID_WITHOUT_COUPON));
    }

    private String failUntilPoison() {
        orderCoupons("{\"mode\":\"fail\",\"times\":" + MOST_ATTEMPTS + "}");
        third.submit(PRICE);
        third.callBack(PRICE);
        login = system.console().begin(system.firstLogin());
        String record = system.console().awaitPoison(third.orderId());
        system.awaitQuiet();
        orderCoupons("{\"mode\":\"none\"}");
        return record;
    }

    /** On every node: which of them gets a message is the broker's choice. */
    private void orderCoupons(String fault) {
        system.client().order("coupons", fault);
        if (system.options().hasSecondNode()) {
            system.secondClient().order("coupons", fault);
        }
    }

    private Outcome parked() {
        Effects effects = third.effects();
        return new Outcome(
                "callback, its coupon fails every time",
                MOST_ATTEMPTS,
                effects + "; message parked as poison" + (system.canCountMessages() ? ", queue empty" : ""),
                effects.equals(Effects.PAID_WITHOUT_COUPON));
    }

    private Outcome otherOrder() {
        fourth.submit(PRICE);
        return settled("another order meanwhile", 1, fourth, List.of(fourth.callBack(PRICE)));
    }

    private Outcome replayed(String record) {
        system.console().replay(record, "The coupon service is well again.");
        Effects effects = third.effects(Effects.PAID_ONCE);
        return new Outcome(
                "poison replayed in the console, fault gone",
                1,
                effects + "; record completed",
                effects.equals(Effects.PAID_ONCE));
    }

    private static Outcome settled(String scenario, int deliveries, Purchase purchase, List<Answer> answers) {
        long successes = answers.stream()
                .filter(answer -> answer.status() == 200 && answer.body().equals(SUCCESS))
                .count();
        Effects effects = purchase.effects(Effects.PAID_ONCE);
        boolean right = successes == answers.size()
                && effects.equals(Effects.PAID_ONCE)
                && purchase.status().equals("PAID");
        return new Outcome(
                scenario, deliveries, effects + "; " + successes + " of " + answers.size() + " answers success", right);
    }
}

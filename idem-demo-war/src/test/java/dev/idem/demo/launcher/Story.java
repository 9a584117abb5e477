package dev.idem.demo.launcher;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The order story, played over HTTP; every effect is counted afterwards. */
final class Story {

    private static final String PRICE = "99.90";
    private static final String OTHER_PRICE = "1.00";
    private static final String SUCCESS = "{\"code\":200,\"msg\":\"success\"}";
    private static final int STORM = 50;

    private final DemoSystem system;
    private final Progress progress;
    private final Purchase first;
    private final Purchase second;

    Story(DemoSystem system, Progress progress, String run) {
        this.system = system;
        this.progress = progress;
        this.first = new Purchase(system.client(), run + "-1");
        this.second = new Purchase(system.client(), run + "-2");
    }

    Purchase firstPurchase() {
        return first;
    }

    List<Outcome> play() {
        return Stream.concat(
                        Stream.of(
                                progress.step("order submitted 3 times", this::submittedThreeTimes),
                                progress.step("payment callback 50 times at once", this::calledBackAtOnce),
                                progress.step("same key, other order", this::keyReused),
                                progress.step("no key", this::keyMissing)),
                        Stream.of(nodeKilled()))
                .toList();
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

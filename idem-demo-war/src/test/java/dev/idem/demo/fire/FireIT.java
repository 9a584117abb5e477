package dev.idem.demo.fire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.demo.launcher.Leftovers;
import dev.idem.testing.ArtemisClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Two nodes, a database and a broker under fire. Short in every build; {@code ./mvnw verify -Pfire -Dfire.minutes=10
 * -Dfire.seed=… -Dfire.db=postgres|mariadb|h2} for longer.
 */
class FireIT {

    private static final Path WORK = Path.of("target", "it", "fire").toAbsolutePath();
    private static final Path REPORT = Path.of("target", "fire", "report.md").toAbsolutePath();

    private final FireOptions options = FireOptions.given();
    private final Diary diary = new Diary();
    private final FaultCount faults = new FaultCount();

    @Test
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        Instant begin = Instant.now();
        print("fire: " + options.asArguments() + ", logs in " + WORK);
        FireSystem.requireBuilt();
        Findings findings;
        List<String> facts = new ArrayList<>();
        try (FireSystem system = FireSystem.start(WORK, options)) {
            FireOperator operator = system.operator();
            burn(system, operator);
            Settling settling = new Settling(system, diary, operator);
            settling.settle();
            if (options.clock()) {
                faults.add(FaultKind.CLOCK_OFF, system.isAClockOff());
            }
            Leaks leaks = new Leaks(system);
            findings = Findings.of(diary, operator, system.database(), leaks.found());
            facts.add(operator.told());
            facts.add(settling.deadLetters() + " dead letters sent again");
            facts.add(findings.more() + " effects again where that is allowed");
            facts.add(system.nodes().starts() + " starts of nodes");
            facts.add(
                    "attempts that counted against sound calls: " + new Tables(system.database()).countedForNothing());
            facts.add("in the end " + String.join(", ", leaks.figures()));
        }
        FireReport report =
                new FireReport(options, diary, findings, faults, Duration.between(begin, Instant.now()), facts);
        report.write(REPORT);
        print(report.text());
        Awaitility.await("the end of all processes")
                .untilAsserted(() -> assertThat(Leftovers.processes(WORK)).isEmpty());
        assertThat(findings.violations())
                .as("seed " + options.seed() + ", logs in " + WORK)
                .isEmpty();
        assertThat(faults.neverStruck()).as("faults that never struck").isEmpty();
        assertThat(findings.effects()).isNotEmpty();
    }

    private void burn(FireSystem system, FireOperator operator) throws InterruptedException {
        FaultPlan plan = FaultPlan.drawn(options.seed(), options.burning());
        print("fire: " + plan.faults().size() + " faults planned");
        ArtemisClient messages = system.messages();
        CallDraw letters =
                new CallDraw(RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed()), "letter-");
        try (FireProgress progress = new FireProgress(system, diary, operator, faults);
                Workload workload = new Workload(options, system.nodes(), system.caller(), diary);
                Letters producer = new Letters(messages, diary, letters);
                OperatorAtWork atWork = new OperatorAtWork(operator)) {
            progress.start();
            workload.start();
            producer.start();
            atWork.start();
            new Arsonist(system, faults).burn(plan, Instant.now().plus(options.burning()));
            progress.say("is out");
        }
        faults.add(FaultKind.ERROR_THROWN, diary.errors());
    }

    @SuppressWarnings("SystemOut") // whoever runs it looks there
    private static void print(String text) {
        System.out.println(text);
    }
}

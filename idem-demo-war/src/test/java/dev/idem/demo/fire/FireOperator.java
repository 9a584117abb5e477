package dev.idem.demo.fire;

import dev.idem.demo.launcher.ConsoleLogin;
import dev.idem.fire.Identity;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody at the console's API who replays poison and decides what nobody knows. One thread at a time. */
final class FireOperator {

    private final ConsoleApi api;
    private final Tables tables;
    private final Set<Identity> listed = ConcurrentHashMap.newKeySet();
    private final Set<Identity> replayed = ConcurrentHashMap.newKeySet();
    private final Map<Identity, Integer> decidedToRun = new ConcurrentHashMap<>();
    private final Map<Long, Identity> asked = new ConcurrentHashMap<>();
    private final Set<Identity> decided = ConcurrentHashMap.newKeySet();
    private final AtomicInteger doubleClicks = new AtomicInteger();

    FireOperator(URI console, ConsoleLogin login, FireDatabase database) {
        this.api = new ConsoleApi(console, login.user(), login.password());
        this.tables = new Tables(database);
    }

    /** A line of the list of what waits. */
    record Line(String record, String state, Identity call, int version) {

        static Line of(JsonObject key) {
            return new Line(
                    key.getString("id"),
                    key.getString("state"),
                    new Identity(key.getString("operation"), key.getString("scope"), key.getString("key")),
                    key.getInt("version"));
        }

        boolean isPoison() {
            return state.equals("POISON");
        }
    }

    /** Looks at the list, heals and replays some, and looks what became of those before. */
    void work(int most) throws InterruptedException {
        try {
            lookAfterAsked();
            int begun = 0;
            for (Line line : list()) {
                if (begun < most && !asked.containsValue(line.call()) && mayRun(line)) {
                    replay(line, begun == 0);
                    begun++;
                }
            }
        } catch (IOException | SQLException notNow) {
            System.getLogger(FireOperator.class.getName()).log(Level.DEBUG, "the console is away", notNow);
        }
    }

    /** While things burn nobody can look whether an effect is there: some unknown ones are decided all the same. */
    private boolean mayRun(Line line) {
        if (line.isPoison()) {
            return true;
        }
        if (line.call().operation().equals("post.mail") && line.call().key().endsWith("7")) {
            decidedToRun.merge(line.call(), 1, Integer::sum);
            return true;
        }
        return false;
    }

    private void replay(Line line, boolean twice) throws IOException, InterruptedException, SQLException {
        tables.heal(line.call().key());
        api.ask(line, "replay", "\"reason\":\"healed\"").ifPresent(request -> asked.put(request, line.call()));
        if (twice) {
            doubleClicks.incrementAndGet();
            api.ask(line, "replay", "\"reason\":\"a double click\"")
                    .ifPresent(request -> asked.put(request, line.call()));
        }
    }

    private void lookAfterAsked() throws IOException, InterruptedException {
        for (Map.Entry<Long, Identity> request : asked.entrySet()) {
            JsonObject answer = api.get("requests/" + request.getKey());
            if (answer.getString("state").equals("DONE")) {
                if (answer.getString("outcome", "").equals("SUCCEEDED")) {
                    replayed.add(request.getValue());
                }
                asked.remove(request.getKey());
            }
        }
    }

    /** All that waits for a decision; whatever is seen counts as listed. */
    private List<Line> list() throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        String after = "";
        do {
            JsonObject page = api.get("poison?size=100" + (after.isEmpty() ? "" : "&after=" + after));
            page.getJsonArray("keys").getValuesAs(JsonObject.class).forEach(key -> lines.add(Line.of(key)));
            after = page.getString("next", "");
        } while (!after.isEmpty());
        lines.stream().filter(Line::isPoison).forEach(line -> listed.add(line.call()));
        return lines;
    }

    /** When all is calm: replays every poison message, and decides every unknown outcome by looking at the effects. */
    boolean settle() throws InterruptedException {
        try {
            lookAfterAsked();
            List<Line> lines = list();
            for (Line line : lines) {
                if (asked.containsValue(line.call())) {
                    continue;
                }
                if (line.isPoison()) {
                    replay(line, false);
                } else {
                    decide(line);
                }
            }
            return lines.isEmpty() && asked.isEmpty();
        } catch (IOException | SQLException notNow) {
            System.getLogger(FireOperator.class.getName()).log(Level.INFO, "the console is away", notNow);
            return false;
        }
    }

    private void decide(Line line) throws IOException, InterruptedException, SQLException {
        decided.add(line.call());
        List<String> effects = tables.answers(line.call());
        if (effects.isEmpty()) {
            api.ask(line, "release", "\"reason\":\"nothing is there\"");
        } else {
            api.ask(line, "confirm", "\"reason\":\"it is there\",\"result\":\"" + effects.get(0) + "\"")
                    .ifPresent(request -> asked.put(request, line.call()));
        }
    }

    Set<Identity> listed() {
        return listed;
    }

    Set<Identity> replayed() {
        return replayed;
    }

    /** How often somebody decided to run what might have happened. */
    Map<Identity, Integer> decidedToRun() {
        return decidedToRun;
    }

    /** What was done, in words. */
    String told() {
        return "%d poison messages listed, %d replays succeeded, %d double clicks, %d unknown outcomes decided by looking,"
                        .formatted(listed.size(), replayed.size(), doubleClicks.get(), decided.size())
                + " " + decidedToRun.size() + " without looking";
    }
}

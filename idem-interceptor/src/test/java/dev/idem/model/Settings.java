package dev.idem.model;

import static dev.idem.model.Calls.OF_ANNA;
import static dev.idem.model.Calls.OF_BERT;
import static dev.idem.model.Calls.PAY;

import dev.idem.OnUnknownOutcome;
import dev.idem.engine.Body;
import dev.idem.engine.Call;
import dev.idem.engine.Digest;
import dev.idem.fire.Identity;
import dev.idem.model.Player.Script;
import dev.idem.model.Scripts.Decision;
import dev.idem.model.Scripts.End;
import dev.idem.model.Steps.Far;
import dev.idem.model.World.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Three callers on two nodes, and what may go wrong. */
final class Settings {

    private static final Far[] ANY_END = Far.values();

    private Settings() {}

    static Setting oneEffect() {
        Call call = Calls.transactional(PAY, 0);
        Function<Stage, Body> body = Scripts.business(PAY, End.RETURNS);
        return setting("one effect", new Trouble(1, 1, 0), players(body, call, 2));
    }

    static Setting failuresAndPoison() {
        Call call = Calls.transactional(PAY, 2);
        Function<Stage, Body> body = Scripts.business(PAY, End.RETURNS, End.FAILS);
        List<Player> players = players(body, call, 1);
        players.add(
                new Player("operator", 2, false, Scripts.operator(PAY, call, body, Decision.REPLAY, Decision.DISMISS)));
        return setting("failures, poison, operator", new Trouble(0, 1, 0), players);
    }

    static Setting refusals() {
        Call call = Calls.transactional(PAY, 0);
        Function<Stage, Body> body = Scripts.business(PAY, End.RETURNS, End.DECLINES);
        return setting("refusals", new Trouble(1, 1, 0), players(body, call, 1));
    }

    static Setting joined() {
        Call call = Calls.transactional(PAY, 0);
        Function<Stage, Body> body = Scripts.business(PAY, End.RETURNS, End.FAILS);
        Script script = Scripts.joining(1, PAY, call, body);
        return setting("joined transactions", new Trouble(1, 1, 0), withLate(script, body, call));
    }

    static Setting externalEffect(OnUnknownOutcome onUnknown) {
        Call call = Calls.external(PAY, onUnknown);
        return setting("external effect", new Trouble(0, 1, 1), players(Scripts.far(PAY, ANY_END), call, 1));
    }

    static Setting externalDecisions() {
        Call call = Calls.external(PAY, OnUnknownOutcome.PARK);
        Function<Stage, Body> body = Scripts.far(PAY, ANY_END);
        List<Player> players = new ArrayList<>(players(body, call, 1).subList(1, 4));
        players.add(
                new Player("operator", 2, false, Scripts.operator(PAY, call, body, Decision.REPLAY, Decision.CONFIRM)));
        return setting("external effect, operator", new Trouble(0, 1, 1), players);
    }

    static Setting runAgain() {
        Call call = Calls.external(PAY, OnUnknownOutcome.RUN_AGAIN);
        Function<Stage, Body> body = Scripts.idempotentFar(PAY, ANY_END);
        Setting setting = setting("external effect, run again", new Trouble(0, 1, 0), players(body, call, 1));
        return new Setting(
                setting.name(), setting.players(), setting.trouble(), setting.wiring(), setting.keys(), true);
    }

    static Setting scopes(Function<Identity, Call> calls) {
        List<Player> players = new ArrayList<>();
        List.of(OF_ANNA, OF_BERT, OF_ANNA).forEach(id -> {
            Script script = Scripts.client(2, id, calls.apply(id), Scripts.business(id, End.RETURNS));
            players.add(new Player("ABC".charAt(players.size()) + "", 1 + players.size() / 2, false, script));
        });
        return setting("scopes", new Trouble(0, 1, 0), players);
    }

    private static List<Player> players(Function<Stage, Body> body, Call call, int sends) {
        return withLate(Scripts.client(sends, PAY, call, body), body, call);
    }

    private static List<Player> withLate(Script script, Function<Stage, Body> body, Call call) {
        return new ArrayList<>(List.of(
                new Player("A", 1, false, script),
                new Player("B", 1, false, script),
                new Player("C", 2, false, script),
                new Player("late", 2, true, Scripts.late(PAY, call, body))));
    }

    private static Setting setting(String name, Trouble trouble, List<Player> players) {
        Map<Digest, Identity> keys = Map.of(
                Calls.key(PAY).hash(),
                PAY,
                Calls.key(OF_ANNA).hash(),
                OF_ANNA,
                Calls.key(OF_BERT).hash(),
                OF_BERT);
        return new Setting(name, players, trouble, Wiring.RIGHT, keys, false);
    }
}

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The console in Chinese. */
class ConsoleChineseIT extends ConsoleFixture {

    /** What is data, or names of places. */
    private static final Pattern DATA =
            Pattern.compile("<(bdi|code|pre|textarea|script|style|optgroup|datalist)\\b.*?</\\1>", Pattern.DOTALL);

    private static final Pattern TEXT =
            Pattern.compile("(?:^|>)([^<>]+)<|(?:aria-label|placeholder)=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"/idem-admin(/ui/[^\"#]*)");

    /** Names, units and words of the code that are the same in every language. */
    private static final Pattern SAME = Pattern.compile(
            "\\b(?:Idem|UTC|JSON|JSONL|CSV|API|OpenAPI|HTTP|Basic|curl|"
                    + "PT?[0-9]+[DHMS]|idem\\.[a-z.-]+|H2|Java|Debian|SNAPSHOT|SHA|POST|GET|TRANSACTIONAL|"
                    + "[A-Z]+(?:_[A-Z]+)+|[A-Z]{4,}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|AM|PM|"
                    + "[a-z]+\\.[a-z]+|[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}|English|expireAfter|maxAttempts|MicroProfile|Config|shop|checkout|amount|serialNo|test|node-1|ms|htmx)\\b");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    /** What has some was found in the catalogue; the rest of it is data. */
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static final int OF_A_KIND = 5;

    ConsoleChineseIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 65: who prefers Chinese finds no English word on any page that links lead to")
    void everyPageIsChinese() {
        ConsoleClient reader = reader("xiaoming", "ADMIN");
        Map<String, String> english = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(starts());
        Set<String> seen = new HashSet<>();
        Map<String, Integer> kinds = new HashMap<>();
        while (!open.isEmpty()) {
            String path = open.remove();
            if (seen.add(path) && kinds.merge(kind(path), 1, Integer::sum) <= OF_A_KIND) {
                HttpResponse<String> answer = reader.get(path);
                String page = answer.body();
                if (page.startsWith("<!DOCTYPE html>")) {
                    assertThat(page).as(path).contains("<html lang=\"zh-CN\"");
                    english(page).forEach(text -> english.putIfAbsent(text, path));
                    LINK.matcher(page)
                            .results()
                            .map(link -> link.group(1).replace("&amp;", "&"))
                            .forEach(open::add);
                }
            }
        }
        english.forEach((text, path) -> System.err.println("ENGLISH " + text + "   <- " + path));
        assertThat(english).isEmpty();
    }

    private ConsoleClient reader(String name, String roles) {
        seed.user(name, roles);
        database.execute(
                "update idem_admin_user set preferences = 'language=CHINESE' where user_name = '" + name + "'");
        return ConsoleClient.as(server, name);
    }

    private List<String> starts() {
        database.execute("insert into idem_view (place, owner, view_name, view_query, shared, created_at) values"
                + " ('KEYS', 'xiaoming', 'Mine', '?state=POISON', false, current_timestamp),"
                + " ('TOKENS', 'xiaoming', 'Old', '?state=NONE', true, current_timestamp),"
                + " ('AUDIT', 'xiaoming', 'Who', '?actor=xiaoming', true, current_timestamp)");
        seed.operation("chinese.pay");
        for (String rule : List.of("POISON_COUNT", "POISON_AGE", "UNKNOWN_COUNT", "NEW_CAUSE", "PURGE_LAG")) {
            seed.alert(rule, 100_000, 86_400);
        }
        String parked = record("chinese-1", "POISON");
        seed.attempt(parked, "chinese.pay", "com.acme.BankException", "no money");
        seed.conflict(parked, "chinese.pay", "[{\"amount\":1}]");
        String waiting = record("chinese-2", "POISON");
        String request = seed.replay(waiting, "chinese.pay");
        String token = seed.token("chinese.pay", "checkout", "carol", 1);
        String used = seed.token("chinese.pay", "checkout", "dora", 5);
        seed.used(used, "chinese.pay");
        List<String> starts = new ArrayList<>(List.of(
                "/ui/keys/" + parked,
                "/ui/keys/" + waiting,
                "/ui/keys/" + waiting + "/cancel?request=" + request,
                "/ui/tokens/" + token,
                "/ui/tokens/" + used,
                "/ui/runs/" + seed.run("DRAFT", "PLANNED", List.of(parked)) + "/confirm",
                "/ui/runs/" + seed.extension("DRAFT", "PLANNED", List.of(parked)) + "/confirm",
                "/ui/runs/" + seed.extension("DONE", "DONE", List.of(parked)),
                "/ui/search?q=chinese-1",
                "/ui/search?q=none-has-this",
                "/ui/users/user?name=viewer",
                "/ui/nothing-of-this-name",
                "/ui/keys?operation=none.such&state=POISON",
                "/ui/tokens?purpose=none.such",
                "/ui/audit?actor=nobody-of-this-name",
                "/ui/audit/verification",
                "/ui/keys?operation=chinese.pay&state=POISON",
                "/ui/views",
                "/ui/dashboard"));
        for (String state : List.of("COMPLETED", "DISMISSED", "OUTCOME_UNKNOWN", "FAILED", "IN_PROGRESS", "REFUSED")) {
            starts.add("/ui/keys/" + record("chinese-" + state, state));
        }
        for (String state : List.of("RUNNING", "PAUSED", "CANCELLING", "CANCELLED", "STOPPED", "DONE")) {
            starts.add("/ui/runs/" + seed.run(state, state.equals("DONE") ? "DONE" : "PLANNED", List.of(parked)));
        }
        return starts;
    }

    private String record(String key, String state) {
        return seed.record("chinese.pay", key, state, 3);
    }

    @Test
    @DisplayName("mistakes and refusals are Chinese, too; what was typed is left as it is")
    void mistakesAreChinese() {
        ConsoleClient reader = reader("xiaohong", "ADMIN");
        String id = record("chinese-3", "POISON");
        Map<String, String> english = new TreeMap<>();
        for (String action : List.of("replay", "dismiss", "confirm", "release", "purge", "reveal")) {
            String path = "/ui/keys/" + id + "/" + action;
            Map<String, String> form =
                    new LinkedHashMap<>(ConsoleClient.hidden(reader.get(path).body()));
            form.put("reason", " ");
            english(reader.post(path, form).body()).forEach(text -> english.putIfAbsent(text, path));
        }
        edits(reader, id, english);
        newKey(reader, english);
        Map<String, String> run =
                new LinkedHashMap<>(ConsoleClient.hidden(reader.get("/ui/keys").body()));
        for (String kind : List.of("REPLAY", "EXPIRE", "EXTEND")) {
            run.putAll(Map.of("kind", kind, "what", kind.equals("EXTEND") ? "matching" : "chosen"));
            run.remove("record");
            english(reader.post("/ui/runs", run).body()).forEach(text -> english.putIfAbsent(text, kind));
        }
        Map<String, String> user = new LinkedHashMap<>(
                ConsoleClient.hidden(reader.get("/ui/users/new").body()));
        user.put("name", "viewer");
        user.put("reason", "Say why");
        String refused = reader.post("/ui/users/new", user).body();
        english(refused).forEach(text -> english.putIfAbsent(text, "new user"));
        assertThat(refused).contains(">Say why</textarea>");
        ConsoleClient viewer = reader("xiaogang", "VIEWER");
        for (String path : List.of("/ui/users", "/ui/audit", "/ui/keys/" + id, "/ui/keys/" + id + "/edit")) {
            english(viewer.get(path).body()).forEach(text -> english.putIfAbsent(text, path));
        }
        english.forEach((text, path) -> System.err.println("ENGLISH " + text + "   <- " + path));
        assertThat(english).isEmpty();
    }

    private void newKey(ConsoleClient reader, Map<String, String> english) {
        String id = seed.record("chinese.pay", "", "chinese-4", "OUTCOME_UNKNOWN", 3, "[{\"amount\":1}]");
        String path = "/ui/keys/" + id + "/edit";
        Map<String, String> form =
                new LinkedHashMap<>(ConsoleClient.hidden(reader.get(path).body()));
        form.put("as", "json");
        form.put("arguments", "[{\"amount\":2}]");
        String preview = reader.post(path + "/preview", form).body();
        english(preview).forEach(text -> english.putIfAbsent(text, path));
        form.put("reason", "Say why");
        form.put("key", "new");
        reader.post(path + "/replay", form);
        String made = database.value("select rawtohex(key_hash) from idem_record where idem_key like 'chinese-4~%'")
                .toLowerCase(Locale.ROOT);
        for (String state : List.of("POISON", "COMPLETED")) {
            database.execute("update idem_record set state = '" + state + "' where key_hash = X'" + made + "'");
            for (String page : List.of("/ui/keys/" + id, "/ui/keys/" + made, path)) {
                english(reader.get(page).body()).forEach(text -> english.putIfAbsent(text, page));
            }
        }
        database.execute("update idem_record set state = 'COMPLETED' where key_hash = X'" + id + "'");
        String edit = "/ui/keys/" + made + "/edit";
        english(reader.get(edit).body()).forEach(text -> english.putIfAbsent(text, edit));
    }

    private void edits(ConsoleClient reader, String id, Map<String, String> english) {
        String path = "/ui/keys/" + id + "/edit";
        Map<String, String> form =
                new LinkedHashMap<>(ConsoleClient.hidden(reader.get(path).body()));
        reader.post(path + "/draft", form);
        form.put("as", "json");
        form.put("arguments", "[");
        english(reader.post(path + "/draft", form).body()).forEach(text -> english.putIfAbsent(text, path));
        String request = seed.replay(id, "chinese.pay");
        database.execute(
                "update idem_request set state = 'DONE', outcome = 'FAILED', active_key = null, edited_arguments ="
                        + " '[]' where id = " + request);
        database.execute("update idem_record set epoch = epoch + 1 where key_hash = X'" + id + "'");
        english(reader.get(path).body()).forEach(text -> english.putIfAbsent(text, path));
        english(reader.post(path + "/draft", form).body()).forEach(text -> english.putIfAbsent(text, path));
    }

    @Test
    @DisplayName("without a preference a page is in the language that the browser asks for; data is never translated")
    void browserSaysTheLanguage() {
        String id = seed.record("Keys", "Poison", "POISON", 1);
        ConsoleClient reader = reader("xiaolan", "VIEWER");

        assertThat(reader.get("/ui/keys/" + id).body())
                .contains("<bdi>Poison</bdi>")
                .contains(">Keys<");
        ConsoleClient stranger = new ConsoleClient(server);
        assertThat(stranger.get("/ui/login").body()).contains("<html lang=\"en\"");
        assertThat(stranger.get("/ui/login", "Accept-Language", "fr, zh-TW;q=0.8, en;q=0.5")
                        .body())
                .contains("<html lang=\"zh-CN\"")
                .doesNotContain(">Password<");
        assertThat(stranger.get("/ui/login", "Accept-Language", "fr").body()).contains("<html lang=\"en\"");
        assertThat(ConsoleClient.as(server, "viewer").get("/ui/keys").body()).contains(">Filter<");
    }

    private static List<String> english(String page) {
        List<String> found = new ArrayList<>();
        for (MatchResult each : (Iterable<MatchResult>)
                TEXT.matcher(DATA.matcher(page).replaceAll("<x>")).results()::iterator) {
            String text = each.group(1) == null ? each.group(2) : each.group(1);
            String words = text.replaceAll("&#?[a-z0-9]+;", "'")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!CHINESE.matcher(words).find()
                    && WORD.matcher(SAME.matcher(words).replaceAll("")).find()) {
                found.add(words);
            }
        }
        return found;
    }

    private static String kind(String path) {
        return path.replaceFirst("\\?.*", "")
                .replaceAll("/[0-9a-f]{64}", "/{id}")
                .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{token}")
                .replaceAll("/[0-9]+", "/{number}");
    }
}

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import io.swagger.v3.oas.models.Operation;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every button has an operation, and every operation the permissions of its button. */
class ConsoleApiParityIT extends ApiFixture {

    /**
     * The operation of each form that posts. Whoever adds a form adds its operation; what belongs to a browser's session
     * has none, and stands here with the reason.
     */
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("/ui/login", "none: a program sends name and password with each call"),
            Map.entry("/ui/logout", "none: a program has no session"),
            Map.entry("/ui/password", "none: a person chooses their own password at the console"),
            Map.entry("/ui/preferences", "none: how a person sees pages"),
            Map.entry("/ui/settings/masks", "none: masks what was typed, and keeps nothing"),
            Map.entry("/ui/settings/alerts/test", "/alerts/test"),
            Map.entry("/ui/users/new", "/users"),
            Map.entry("/ui/users/user/change", "/users/change"),
            Map.entry("/ui/users/user/password", "/users/password"),
            Map.entry("/ui/users/user/unlock", "/users/unlock"),
            Map.entry("/ui/poison/selection", "none: ticks belong to a session"),
            Map.entry("/ui/keys/selection", "none: ticks belong to a session"),
            Map.entry("/ui/poison/cause", "/poison/cause"),
            Map.entry("/ui/keys/{id}/purge", "none: the first of two steps, and deletes nothing"),
            Map.entry("/ui/keys/{id}/purge/confirmed", "/keys/{id}/purge"),
            Map.entry("/ui/keys/{id}/reveal", "/keys/{id}/reveal"),
            Map.entry("/ui/runs", "/runs"),
            Map.entry("/ui/runs/{number}/confirm", "/runs/{number}/start"),
            Map.entry("/ui/runs/{number}/pause", "/runs/{number}/pause"),
            Map.entry("/ui/runs/{number}/resume", "/runs/{number}/resume"),
            Map.entry("/ui/runs/{number}/cancel", "/runs/{number}/cancel"),
            Map.entry("/ui/keys/{id}/replay", "/keys/{id}/replay"),
            Map.entry("/ui/keys/{id}/dry-run", "/keys/{id}/dry-run"),
            Map.entry("/ui/keys/{id}/probe", "/keys/{id}/probe"),
            Map.entry("/ui/keys/{id}/confirm", "/keys/{id}/confirm"),
            Map.entry("/ui/keys/{id}/dismiss", "/keys/{id}/dismiss"),
            Map.entry("/ui/keys/{id}/restore", "/keys/{id}/restore"),
            Map.entry("/ui/keys/{id}/release", "/keys/{id}/release"),
            Map.entry("/ui/keys/{id}/expire", "/keys/{id}/expire"),
            Map.entry("/ui/keys/{id}/extend", "/keys/{id}/extend"),
            Map.entry("/ui/keys/{id}/cancel", "/requests/{number}/cancel"),
            Map.entry("/ui/keys/{id}/edit", "none: goes back to what was written"),
            Map.entry(
                    "/ui/keys/{id}/edit/preview",
                    "none: compares, and executes nothing; the operation checks the same"),
            Map.entry("/ui/keys/{id}/edit/draft", "/keys/{id}/draft"),
            Map.entry("/ui/keys/{id}/edit/draft/discard", "/keys/{id}/draft/discard"),
            Map.entry("/ui/keys/{id}/edit/replay", "/keys/{id}/replay-edited"),
            Map.entry("/ui/views", "/views"),
            Map.entry("/ui/views/{number}/change", "/views/{number}/change"),
            Map.entry("/ui/views/{number}/remove", "/views/{number}/remove"),
            Map.entry("/ui/tokens/{token}/revoke", "/tokens/{id}/revoke"),
            Map.entry("/ui/tokens/{token}/revoke-all", "/tokens/revoke"));

    /** What an operation is sent to be refused for the permission only. */
    private static final Map<String, String> CONTENTS = Map.ofEntries(
            Map.entry("/runs", "{\"kind\":\"REPLAY\",\"matching\":{\"operation\":\"parity\"}}"),
            Map.entry("/runs/{number}/start", "{\"calls\":1,\"reason\":\"because\"}"),
            Map.entry(
                    "/poison/cause",
                    "{\"application\":\"shop\",\"operation\":\"parity\",\"cause\":\"none\",\"version\":0,\"owner\":\"x\",\"ticket\":\"\",\"note\":\"\"}"),
            Map.entry("/keys/{id}/reveal", "{\"reason\":\"because\"}"),
            Map.entry("/keys/{id}/purge", "{\"version\":1,\"reason\":\"because\"}"),
            Map.entry("/runs/{number}/pause", ""),
            Map.entry("/runs/{number}/resume", ""),
            Map.entry("/runs/{number}/cancel", ""),
            Map.entry("/keys/{id}/replay", "{\"version\":1,\"reason\":\"because\"}"),
            Map.entry("/keys/{id}/replay-edited", "{\"version\":1,\"reason\":\"because\",\"arguments\":[{}]}"),
            Map.entry("/keys/{id}/draft", "{\"version\":1,\"arguments\":[{}]}"),
            Map.entry("/keys/{id}/draft/discard", ""),
            Map.entry("/keys/{id}/dry-run", "{\"version\":1}"),
            Map.entry("/keys/{id}/probe", "{\"version\":1}"),
            Map.entry("/keys/{id}/confirm", "{\"version\":1,\"reason\":\"because\",\"result\":null}"),
            Map.entry("/keys/{id}/dismiss", "{\"version\":1,\"reason\":\"because\"}"),
            Map.entry("/keys/{id}/restore", "{\"version\":1,\"reason\":\"because\"}"),
            Map.entry("/keys/{id}/release", "{\"version\":1,\"reason\":\"because\"}"),
            Map.entry("/keys/{id}/expire", "{\"version\":1,\"reason\":\"because\"}"),
            Map.entry("/keys/{id}/extend", "{\"version\":1,\"reason\":\"because\",\"days\":9}"),
            Map.entry("/requests/{number}/cancel", "{\"reason\":\"because\"}"),
            Map.entry("/alerts/test", ""),
            Map.entry("/users", "{\"name\":\"parity-user\",\"roles\":[\"ADMIN\"],\"reason\":\"because\"}"),
            Map.entry(
                    "/users/change",
                    "{\"name\":\"viewer\",\"version\":1,\"roles\":[\"ADMIN\"],\"disabled\":false,\"reason\":\"because\"}"),
            Map.entry("/users/password", "{\"name\":\"boss\",\"reason\":\"because\"}"),
            Map.entry("/users/unlock", "{\"name\":\"boss\",\"reason\":\"because\"}"),
            Map.entry("/views", "{\"list\":\"KEYS\",\"name\":\"parity\",\"query\":\"?state=FAILED\",\"shared\":true}"),
            Map.entry("/views/{number}/change", "{\"name\":\"parity\",\"shared\":true}"),
            Map.entry("/views/{number}/remove", ""),
            Map.entry("/tokens/{id}/revoke", "{\"reason\":\"because\"}"),
            Map.entry(
                    "/tokens/revoke",
                    "{\"application\":\"shop\",\"subject\":\"parity-carol\",\"purpose\":\"parity\",\"reason\":\"because\"}"));

    private static final String ROOT = "/idem-admin";
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"" + ROOT + "(/ui/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form[^>]*>");
    private static final Pattern ACTION = Pattern.compile("action=\"" + ROOT + "([^\"?]*)");

    /** Enough to see a record, a run or a token of each kind. */
    private static final int OF_A_KIND = 12;

    ConsoleApiParityIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 58: every form that an administrator finds has its operation in the document")
    void everyFormHasItsOperation() {
        Set<String> documented = posts().keySet();
        Deque<String> open = new ArrayDeque<>(starts());

        Set<String> forms = crawled(ConsoleClient.as(server, "boss"), open);

        assertThat(forms)
                .contains("/ui/keys/{id}/replay", "/ui/runs", "/ui/runs/{number}/confirm", "/ui/tokens/{token}/revoke")
                .allSatisfy(form -> assertThat(OPERATIONS).containsKey(form));
        assertThat(OPERATIONS.values().stream().filter(operation -> !operation.startsWith("none: ")))
                .as("the document has them, and no other that changes something")
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    private List<String> starts() {
        String parked = seed.record("parity", "parity-1", "POISON", 1);
        String waiting = seed.record("parity", "parity-2", "POISON", 1);
        String request = seed.replay(waiting, "parity");
        return List.of(
                "/ui/keys/" + parked,
                "/ui/keys/" + seed.record("parity", "parity-3", "COMPLETED", 1),
                "/ui/keys/" + seed.record("parity", "parity-4", "DISMISSED", 1),
                "/ui/keys/" + seed.record("parity", "parity-5", "OUTCOME_UNKNOWN", 1),
                "/ui/keys/" + waiting + "/cancel?request=" + request,
                "/ui/tokens/" + seed.token("parity", "parity", "parity-carol", 1),
                "/ui/runs/" + seed.run("DRAFT", "PLANNED", List.of(parked)) + "/confirm",
                "/ui/runs/" + seed.run("PAUSED", "PLANNED", List.of(parked)),
                "/ui/dashboard",
                "/ui/poison",
                "/ui/poison/groups",
                "/ui/keys",
                "/ui/runs",
                "/ui/tokens",
                "/ui/views",
                "/ui/keys?state=FAILED",
                "/ui/audit",
                "/ui/password",
                "/ui/preferences",
                "/ui/settings",
                "/ui/users",
                "/ui/users/user?name=" + locked(),
                "/ui/api");
    }

    private String locked() {
        seed.user("parity-locked", "VIEWER");
        database.execute("update idem_admin_user set locked_until = timestamp '2099-01-01 00:00:00' where user_name ="
                + " 'parity-locked'");
        return "parity-locked";
    }

    private static Set<String> crawled(ConsoleClient admin, Deque<String> open) {
        Set<String> forms = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> visits = new HashMap<>();
        while (!open.isEmpty()) {
            String path = open.remove();
            String kind = kind(path);
            if (seen.add(path) && !kind.endsWith("/export") && visits.merge(kind, 1, Integer::sum) <= OF_A_KIND) {
                String page = admin.get(path).body();
                LINK.matcher(page)
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .forEach(open::add);
                FORM.matcher(page)
                        .results()
                        .filter(form -> form.group().contains("method=\"post\""))
                        .forEach(form -> {
                            Matcher action = ACTION.matcher(form.group());
                            assertThat(action.find()).as(form.group()).isTrue();
                            forms.add(kind(action.group(1)));
                        });
                Matcher buttons =
                        Pattern.compile("formaction=\"" + ROOT + "([^\"?]*)").matcher(page);
                while (buttons.find()) {
                    forms.add(kind(buttons.group(1)));
                }
            }
        }
        return forms;
    }

    /** The address without what names one thing of many. */
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("/[0-9a-f]{64}", "/{id}")
                .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{token}")
                .replaceAll("/[0-9]+", "/{number}");
    }

    @Test
    @DisplayName(
            "console check 3: a viewer is refused by every operation that changes something, by password and by session")
    void viewersChangeNothing() {
        String id = seed.record("parity", "parity-viewer-1", "POISON", 1);
        String waiting = seed.record("parity", "parity-viewer-2", "POISON", 1);
        Map<String, String> names = Map.of(
                "/keys/{id}", "/keys/" + id,
                "/requests/{number}", "/requests/" + seed.replay(waiting, "parity"),
                "/views/{number}", "/views/" + view(),
                "/runs/{number}", "/runs/" + seed.run("PAUSED", "PLANNED", List.of(id)),
                "/tokens/{id}", "/tokens/" + seed.token("parity", "parity", "parity-carol", 1));
        String before = fingerprint();
        List<ApiClient> viewers = List.of(ApiClient.as(server, "viewer"), ApiClient.bySession(server, "viewer"));

        posts().forEach((operation, known) -> {
            String content = CONTENTS.get(operation);
            assertThat(content).as("what to send to " + operation).isNotNull();
            String path = operation;
            for (Map.Entry<String, String> name : names.entrySet()) {
                path = path.replace(name.getKey(), name.getValue());
            }
            for (ApiClient viewer : viewers) {
                long denied = denied();
                HttpResponse<String> answer = viewer.post(path, content == null ? "" : content);
                assertThat(answer.statusCode())
                        .as(operation + ": " + answer.body())
                        .isEqualTo(403);
                assertThat(answer.body()).contains("the permission ").contains("\"executed\":false");
                assertThat(denied()).as(operation).isEqualTo(denied + 1);
            }
        });
        assertThat(fingerprint()).isEqualTo(before);
    }

    /** One that is shared. */
    private String view() {
        database.execute("insert into idem_view (place, owner, view_name, view_query, shared, created_at) values"
                + " ('KEYS', 'boss', 'parity', '?state=FAILED', true, current_timestamp)");
        return database.value("select max(id) from idem_view where view_name = 'parity'");
    }

    private String fingerprint() {
        return database.value("select count(*) from idem_request") + " "
                + database.value("select count(*) from idem_run") + " "
                + database.value("select sum(epoch) from idem_record where operation = 'parity'") + " "
                + database.value("select count(*) from idem_token where revoked_at is not null");
    }

    /** What changes something, by its path below the API's address. */
    private Map<String, Operation> posts() {
        Map<String, Operation> posts = new TreeMap<>();
        document().getPaths().forEach((path, item) -> {
            if (item.getPost() != null) {
                posts.put(path.replaceFirst("^/api/v1", ""), item.getPost());
            }
        });
        return posts;
    }
}

package dev.idem.admin.pages;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.ConsoleDatabase;
import dev.idem.admin.testing.ConsoleServer;
import dev.idem.admin.testing.OneConsole;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of the one console, and what they ask of it and of its database. */
@ExtendWith(OneConsole.class)
abstract class ConsoleFixture {

    static final String OPERATION = Console.OPERATION;
    static final List<String> ACTIONS =
            List.of("replay", "dry-run", "probe", "confirm", "dismiss", "restore", "release", "expire", "extend");

    final ConsoleDatabase database;
    final ConsoleServer server;
    final Seed seed;

    ConsoleFixture(Console console) {
        this.database = console.database();
        this.server = console.server();
        this.seed = console.seed();
    }

    static Map<String, String> form(ConsoleClient client, String id, String action) {
        Map<String, String> form =
                ConsoleClient.hidden(client.get("/ui/keys/" + id + "/" + action).body());
        form.put("reason", "because");
        return form;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no location, " + answer.statusCode());
    }

    /** Where a page leads to before or after it, "" if it does not. */
    static String link(String page, String rel) {
        Matcher found = Pattern.compile("href=\"/idem-admin([^\"]+)\" rel=\"" + rel + "\"")
                .matcher(page);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    final String state(String id) {
        return database.value("select state from idem_record where key_hash = X'" + id + "'");
    }

    final long requests(String id) {
        return Long.parseLong(database.value("select count(*) from idem_request where key_hash = X'" + id + "'"));
    }

    final long denied() {
        return Long.parseLong(database.value("select count(*) from idem_audit where outcome = 'DENIED'"));
    }

    /** A page without the one file of scripts that it may load. */
    static String withoutOurScript(String page) {
        return page.replace("<script defer src=\"/idem-admin/assets/htmx.min.js\"></script>", "");
    }
}

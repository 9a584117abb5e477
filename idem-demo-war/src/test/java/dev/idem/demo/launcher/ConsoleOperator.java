package dev.idem.demo.launcher;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Somebody at the operator console, who reads its pages and sends its forms. One thread at a time. */
public final class ConsoleOperator {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Pattern FIELD = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern RECORD = Pattern.compile("href=\"[^\"]*/ui/keys/[0-9a-f]{64}\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI root;

    public ConsoleOperator(URI root) {
        this.root = root;
    }

    public boolean isDeployed() {
        try {
            return send(request("")).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /**
     * Logs in for the first time and chooses another password.
     *
     * @param first what the first start printed
     * @return the new login
     */
    public ConsoleLogin begin(ConsoleLogin first) {
        ConsoleLogin chosen = first.withNewPassword();
        submit("ui/login", Map.of("user", first.user(), "password", first.password()));
        submit(
                "ui/password",
                Map.of("current", first.password(), "next", chosen.password(), "again", chosen.password()));
        return chosen;
    }

    /**
     * Waits until a call is on the list of poison messages.
     *
     * @param key its key
     * @return the path of its page
     */
    String awaitPoison(String key) {
        Pattern link = Pattern.compile("href=\"[^\"]*/(ui/keys/[0-9a-f]{64})\"[^>]*><bdi>" + Pattern.quote(key) + "<");
        return Awaitility.await(key + " on the poison page")
                .atMost(LONGEST_WAIT)
                .until(() -> group(link, page("ui/poison")), Optional::isPresent)
                .orElseThrow();
    }

    /** Asks for a replay, and waits until the record's page says that it is completed. */
    void replay(String record, String reason) {
        submit(record + "/replay", Map.of("reason", reason));
        Awaitility.await("a completed record").atMost(LONGEST_WAIT).until(() -> isCompleted(record));
    }

    boolean isCompleted(String record) {
        return Pattern.compile("class=\"badge large[^\"]*\">completed<")
                .matcher(page(record))
                .find();
    }

    /** Whether a page, such as the one of a search, leads to a record. */
    boolean leadsToARecord(String path) {
        return RECORD.matcher(page(path)).find();
    }

    /** Logs in, after a restart for example. */
    void logIn(ConsoleLogin login) {
        submit("ui/login", Map.of("user", login.user(), "password", login.password()));
    }

    /**
     * Starts a run that replays what is selected.
     *
     * @param selection as the lists' forms send it
     * @param calls how many calls it has to have
     * @return the path of its page
     */
    String startRun(Map<String, String> selection, int calls) {
        Map<String, String> plan = new HashMap<>(selection);
        plan.put("kind", "REPLAY");
        String confirm = submit("ui/poison", "ui/runs", plan);
        return submit(
                confirm,
                confirm,
                Map.of("number", Integer.toString(calls), "rate", "4", "ramp", "1", "reason", "The service is well"));
    }

    /** Pauses, resumes or cancels a run. */
    void steer(String run, String steering) {
        submit(run, run + "/" + steering, Map.of());
    }

    /** Waits until the page of a run says something. */
    void awaitRun(String run, String text) {
        Awaitility.await(text + " on the page of the run")
                .atMost(LONGEST_WAIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> page(run).contains(text));
    }

    private void submit(String path, Map<String, String> typed) {
        submit(path, path, typed);
    }

    /** Sends the form of a page somewhere; returns the path of the page it leads to. */
    private String submit(String form, String path, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(fields(page(form)));
        fields.putAll(typed);
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
        requirePage(path, answer);
        return root.relativize(answer.uri()).getPath();
    }

    private String page(String path) {
        return requirePage(path, send(request(path)));
    }

    private static String requirePage(String path, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new DemoFailed("The console answered " + answer.statusCode() + " to " + path);
        }
        return answer.body();
    }

    /** What the page's form sends by itself. */
    private static Map<String, String> fields(String page) {
        return FIELD.matcher(page)
                .results()
                .map(field -> field.group())
                .filter(field ->
                        NAME.matcher(field).find() && VALUE.matcher(field).find())
                .collect(Collectors.toMap(
                        field -> group(NAME, field).orElseThrow(),
                        field -> group(VALUE, field).orElseThrow(),
                        (one, same) -> one));
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(LONGEST_WAIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }
}

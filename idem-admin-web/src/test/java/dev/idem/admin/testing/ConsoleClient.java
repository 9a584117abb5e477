package dev.idem.admin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of few words: keeps one cookie, follows no redirect, sends forms as it is told. */
public final class ConsoleClient {

    private static final Pattern COOKIE = Pattern.compile("IDEM_ADMIN=([^;]*)");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final ConsoleServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private String cookie = "";

    public ConsoleClient(ConsoleServer server) {
        this.server = server;
    }

    /** One who is logged in. */
    public static ConsoleClient as(ConsoleServer server, String user) {
        ConsoleClient client = new ConsoleClient(server);
        HttpResponse<String> answer = client.login(user, Seed.PASSWORD);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(user + " is not logged in: " + answer.statusCode());
        }
        return client;
    }

    /** Sends the login form. */
    public HttpResponse<String> login(String user, String password) {
        Map<String, String> form = hidden(get("/ui/login").body());
        form.put("user", user);
        form.put("password", password);
        return post("/ui/login", form);
    }

    /** Looks at a page, with headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form, with headers as name, value, name, value. */
    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        return send(posting(path, form, headers));
    }

    /** Sends the same form at once, again and again. */
    public List<HttpResponse<String>> postAtOnce(String path, Map<String, String> form, int times) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(http.sendAsync(posting(path, form).build(), BodyHandlers.ofString()));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest.Builder posting(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    /** Sends something with a method of one's choice and no body. */
    public HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = server.uri(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return cookie.isEmpty() ? request : request.header("Cookie", "IDEM_ADMIN=" + cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String header) {
        Matcher found = COOKIE.matcher(header);
        if (found.find()) {
            cookie = found.group(1);
        }
    }

    /** The session's id. */
    public String session() {
        return cookie;
    }

    /** Forgets the session, or takes another one's. */
    public void session(String id) {
        cookie = id;
    }

    /** The hidden fields of a page, its forms thrown together. */
    public static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = HIDDEN.matcher(page);
        while (found.find()) {
            fields.put(found.group(1), text(found.group(2)));
        }
        return fields;
    }

    /** As a browser reads an attribute. */
    private static String text(String attribute) {
        return attribute
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

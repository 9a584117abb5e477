package dev.idem.demo.launcher;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A request that nobody sends in good faith: something is wrong with it, or nothing is. */
record HostileRequest(String method, String path, Map<String, String> headers, byte[] body) {

    private static final int LONGEST_TEXT = 400; // longer than a key, and no more than a server takes as a line
    private static final List<String> METHODS =
            List.of("POST", "POST", "POST", "POST", "PUT", "GET", "DELETE", "PATCH");
    // the server refuses a body there before the demo hears of it, with an empty answer
    private static final List<String> BODILESS = List.of("GET", "DELETE");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/json;charset=utf-16",
            "text/plain",
            "application/problem+json",
            "*/*",
            "json",
            "/",
            ";");
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            ",",
            ";",
            ":",
            "{",
            "}",
            "[",
            "]",
            " ",
            "a",
            "0",
            "-",
            "e9",
            "null",
            "\u00e9",
            "\ud83d\ude00",
            "\u0001",
            "x".repeat(300),
            "[".repeat(2_000),
            "9".repeat(2_000),
            "1e999999999",
            "../",
            "'--",
            "<b>");

    static HostileRequest next(Random random) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", one(TYPES, random));
        if (random.nextInt(8) > 0) {
            headers.put("Idempotency-Key", key(random));
        }
        String method = one(METHODS, random);
        String path = path(random);
        byte[] body = BODILESS.contains(method) ? new byte[0] : body(path, random);
        return new HostileRequest(method, path, headers, body);
    }

    private static String path(Random random) {
        String text = URLEncoder.encode(text(random).replaceAll("[/\\\\\u0001]", "_"), StandardCharsets.UTF_8);
        return one(
                List.of(
                        "/orders",
                        "/orders",
                        Purchase.CALLBACKS,
                        Purchase.CALLBACKS,
                        "/orders/" + text,
                        "/orders/" + text + "/payments",
                        "/users/" + text + "/coupons",
                        "/faults/" + text,
                        "/" + text),
                random);
    }

    /** What HTTP lets pass as the value of a header. */
    private static String key(Random random) {
        String text = text(random).replaceAll("[^ -~\u00a0-\u00ff]", "?");
        return random.nextBoolean() ? '"' + text + '"' : text;
    }

    private static byte[] body(String path, Random random) {
        String json = path.equals(Purchase.CALLBACKS)
                ? "{\"serialNo\":\"s-%d\",\"orderId\":\"o-%d\",\"amount\":%d}"
                : "{\"orderId\":\"o-%d\",\"userId\":\"hostile-%d\",\"amount\":%d}";
        StringBuilder text =
                new StringBuilder(json.formatted(random.nextInt(99), random.nextInt(99), random.nextInt(20)));
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(text.length());
            text.replace(from, Math.min(text.length(), from + random.nextInt(4)), one(PIECES, random));
        }
        Charset charset = random.nextInt(8) > 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16;
        return text.toString().getBytes(charset);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(one(PIECES, random));
        }
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text.toString();
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    @Override
    public String toString() {
        return method + " " + path + " " + headers + "\n" + new String(body, StandardCharsets.UTF_8);
    }
}

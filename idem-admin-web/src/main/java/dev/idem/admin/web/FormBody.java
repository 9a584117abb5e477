package dev.idem.admin.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A posted form, or a call's JSON, that can be looked into before the page reads it. Kept whole, so it must not be long. */
final class FormBody extends HttpServletRequestWrapper {

    static final int LONGEST = 4_000_000;

    private static final int DRAINED = 4 * LONGEST;
    private static final int AT_ONCE = 65_536;

    private final byte[] body;

    private FormBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Keeps one byte more than is allowed at most. What is somewhat longer is read to its end, for its sender reads first then. */
    static FormBody of(HttpServletRequest request) throws IOException {
        InputStream content = request.getInputStream();
        FormBody body = new FormBody(request, content.readNBytes(LONGEST + 1));
        if (body.tooLong()) {
            drain(content);
        }
        return body;
    }

    private static void drain(InputStream content) throws IOException {
        byte[] dropped = new byte[AT_ONCE];
        int left = DRAINED;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = content.read(dropped);
            left -= Math.max(0, read);
        }
    }

    boolean tooLong() {
        return body.length > LONGEST;
    }

    int length() {
        return body.length;
    }

    /** SHA-256 (FIPS 180-4), in hexadecimal digits. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The first field of this name; "" if there is none, or it cannot be read. */
    String field(String name) {
        String prefix = name + "=";
        try {
            return Stream.of(new String(body, StandardCharsets.UTF_8).split("&", -1))
                    .filter(field -> field.startsWith(prefix))
                    .findFirst()
                    .map(field -> URLDecoder.decode(field.substring(prefix.length()), StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("a form is read at once");
            }
        };
    }
}

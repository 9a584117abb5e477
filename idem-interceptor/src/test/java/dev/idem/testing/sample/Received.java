package dev.idem.testing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The texts that came, in their order. */
@ApplicationScoped
public class Received {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    public void add(String text) {
        texts.add(text);
    }

    public List<String> texts() {
        return texts;
    }
}

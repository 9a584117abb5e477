package dev.idem.demo.techniques;

import dev.idem.demo.techniques.HalfView.AnswerView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page shows: read once for each request, for templates ask often. */
@Named("page")
@RequestScoped
public class TechniquesPage {

    private static final String CONSOLE = "/idem-admin/ui/";

    @Inject
    Techniques techniques;

    @Inject
    DeliveryLog log;

    private List<TechniqueView> views = List.of();

    @PostConstruct
    void read() {
        views = techniques.all().stream().map(this::view).toList();
    }

    public List<TechniqueView> techniques() {
        return views;
    }

    private TechniqueView view(Technique technique) {
        List<Delivery> latest = log.latest(technique.profile().id());
        return new TechniqueView(
                technique.profile(),
                half(technique, latest, Idem.WITH),
                half(technique, latest, Idem.WITHOUT),
                latest.isEmpty() ? "" : console(technique, latest.get(0).trial()));
    }

    private static HalfView half(Technique technique, List<Delivery> latest, Idem idem) {
        List<Delivery> half =
                latest.stream().filter(delivery -> delivery.idem() == idem).toList();
        if (half.isEmpty()) {
            return new HalfView(0, 0, 0, List.of());
        }
        return new HalfView(
                half.size(),
                half.stream().mapToInt(Delivery::runs).sum(),
                technique.effects(idem.subject(half.get(0).trial())),
                answers(half));
    }

    private static List<AnswerView> answers(List<Delivery> half) {
        Map<String, Long> times = half.stream()
                .collect(Collectors.groupingBy(Delivery::answer, LinkedHashMap::new, Collectors.counting()));
        return times.entrySet().stream()
                .map(each -> new AnswerView(each.getKey(), each.getValue()))
                .toList();
    }

    private static String console(Technique technique, String trial) {
        String operation = technique.profile().operation();
        if (operation.isEmpty()) {
            return "";
        }
        String key = technique.key(Idem.WITH.subject(trial));
        return key.isEmpty() ? CONSOLE + "keys?operation=" + encoded(operation) : CONSOLE + "search?q=" + encoded(key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

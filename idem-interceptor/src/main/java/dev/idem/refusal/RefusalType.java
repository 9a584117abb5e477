package dev.idem.refusal;

import dev.idem.refusal.Part.Detail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One declared type of refusals. What is written is made again at once, so that a duplicate will get the same. */
final class RefusalType {

    private final Class<? extends Throwable> type;
    private final List<Construction> constructions;
    private final Map<String, Detail> details;
    private final CarriedValues values;

    RefusalType(Class<? extends Throwable> type, CarriedValues values) {
        this.type = type;
        this.constructions = new Constructions(type, values.carriable()).find();
        this.details = constructions.stream()
                .flatMap(Construction::details)
                .collect(Collectors.toMap(Detail::name, Function.identity(), (one, other) -> one));
        this.values = values;
    }

    Class<? extends Throwable> type() {
        return type;
    }

    /**
     * Writes a refusal of this type; of a subclass what this type carries.
     *
     * @throws IllegalArgumentException if it cannot be made again
     */
    String write(Throwable refusal) {
        KeptRefusal whole = kept(refusal);
        if (same(whole).isPresent()) {
            return whole.toJson();
        }
        return less(refusal, whole).map(KeptRefusal::toJson).orElseThrow(() -> notRebuilt(whole));
    }

    private Optional<KeptRefusal> less(Throwable refusal, KeptRefusal whole) {
        return refusal.getClass() == type
                ? Optional.empty()
                : constructions.stream()
                        .flatMap(each -> made(each, whole).stream())
                        .map(this::kept)
                        .filter(kept -> same(kept).isPresent())
                        .findFirst();
    }

    /**
     * Makes a refusal again.
     *
     * @throws IllegalArgumentException if no constructor makes the same
     */
    Throwable read(KeptRefusal kept) {
        return same(kept).orElseThrow(() -> notRebuilt(kept));
    }

    private Optional<Throwable> same(KeptRefusal kept) {
        return constructions.stream()
                .flatMap(each -> made(each, kept).stream())
                .filter(made -> kept(made).equals(kept))
                .findFirst();
    }

    private Optional<Throwable> made(Construction construction, KeptRefusal kept) {
        try {
            return Optional.of(construction.make(kept, values));
        } catch (RuntimeException doesNotFit) {
            return Optional.empty();
        }
    }

    private KeptRefusal kept(Throwable refusal) {
        return new KeptRefusal(
                type.getName(),
                Optional.ofNullable(refusal.getMessage()),
                details.values().stream().collect(Collectors.toMap(Detail::name, detail -> written(detail, refusal))));
    }

    private String written(Detail detail, Throwable refusal) {
        return values.write(detail.property().of(refusal), detail.type());
    }

    private IllegalArgumentException notRebuilt(KeptRefusal kept) {
        return new IllegalArgumentException("no constructor of " + type.getName()
                + " makes one with the same message and properties "
                + kept.details().keySet()
                + "; give it a constructor whose parameters are its properties, by name");
    }
}

package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.SavedView;
import dev.idem.inspect.SavedView.Place;
import dev.idem.inspect.SavedViews;
import dev.idem.inspect.StoreUnreachableException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps filters that operators named. As safe for many threads as its parts. */
final class JpaSavedViews implements SavedViews {

    private static final String SAVE = "SAVE_VIEW";
    private static final String CHANGE = "CHANGE_VIEW";
    private static final String REMOVE = "REMOVE_VIEW";

    private final SavedViewRows rows;
    private final AuditTrail trail;
    private final Transacted transacted;

    JpaSavedViews(Database database, Transactions transactions, AuditTrail trail) {
        this.rows = new SavedViewRows(database);
        this.trail = trail;
        this.transacted = new Transacted(transactions);
    }

    @Override
    public List<SavedView> of(Operator operator) {
        if (!operator.may(Permission.VIEW)) {
            throw new NotPermittedException(Permission.VIEW);
        }
        return transacted.apart(() -> rows.of(operator.name(), MOST + MOST_SHARED)).stream()
                .filter(view -> operator.may(view.place().permission()))
                .toList();
    }

    @Override
    public SavedView save(Operator operator, Place place, SavedView.Text text) {
        permit(operator, place.permission(), SAVE, text.name());
        if (text.shared()) {
            permit(operator, Permission.ANNOTATE, SAVE, text.name());
        }
        return unique(() -> saved(operator, place, text));
    }

    private SavedView saved(Operator operator, Place place, SavedView.Text text) {
        var known = rows.named(operator.name(), place, text.name());
        if (known.filter(view -> view.text().equals(text)).isPresent()) {
            return known.get();
        }
        if (known.isPresent()) {
            throw taken();
        }
        if (rows.owned(operator.name()) >= MOST) {
            throw new NotAllowedException("you have " + MOST + " views: remove one first");
        }
        roomFor(text.shared());
        rows.insert(operator.name(), place, text);
        SavedView view = rows.named(operator.name(), place, text.name()).orElseThrow();
        trail.append(entry(operator, SAVE, Long.toString(view.id()), AuditOutcome.SUCCEEDED)
                .changing("", words(view)));
        return view;
    }

    @Override
    public SavedView change(Operator operator, long id, String name, boolean shared) {
        SavedView view = changeable(operator, id, CHANGE);
        if (shared) {
            permit(operator, Permission.ANNOTATE, CHANGE, Long.toString(id));
        }
        SavedView.Text text = new SavedView.Text(name, view.text().query(), shared);
        return text.equals(view.text()) ? view : unique(() -> changed(operator, view, text));
    }

    private SavedView changed(Operator operator, SavedView view, SavedView.Text text) {
        if (rows.named(view.owner(), view.place(), text.name())
                .filter(other -> other.id() != view.id())
                .isPresent()) {
            throw taken();
        }
        roomFor(text.shared() && !view.text().shared());
        rows.update(view.id(), text.name(), text.shared());
        SavedView after = rows.byId(view.id()).orElseThrow(JpaSavedViews::none);
        trail.append(entry(operator, CHANGE, Long.toString(view.id()), AuditOutcome.SUCCEEDED)
                .changing(words(view), words(after)));
        return after;
    }

    @Override
    public void remove(Operator operator, long id) {
        SavedView view = changeable(operator, id, REMOVE);
        transacted.apart(() -> {
            if (rows.delete(id)) {
                trail.append(entry(operator, REMOVE, Long.toString(id), AuditOutcome.SUCCEEDED)
                        .changing(words(view), ""));
            }
            return view;
        });
    }

    /** One's own, or one that is shared: that is everybody's who may share. */
    private SavedView changeable(Operator operator, long id, String verb) {
        SavedView view = transacted
                .apart(() -> rows.byId(id))
                .filter(found -> found.text().shared() || found.owner().equals(operator.name()))
                .orElseThrow(JpaSavedViews::none);
        permit(operator, view.place().permission(), verb, Long.toString(id));
        if (view.text().shared()) {
            permit(operator, Permission.ANNOTATE, verb, Long.toString(id));
        }
        return view;
    }

    private void roomFor(boolean another) {
        if (another && rows.shared() >= MOST_SHARED) {
            throw new NotAllowedException(MOST_SHARED + " views are shared: remove one first");
        }
    }

    /** Somebody may save the same name at the same time. */
    private SavedView unique(Supplier<SavedView> work) {
        try {
            return transacted.apart(work);
        } catch (StoreUnreachableException failure) {
            if (!StoreErrors.isDuplicate(failure)) {
                throw failure;
            }
            return transacted.apart(work);
        }
    }

    private void permit(Operator operator, Permission permission, String verb, String what) {
        if (!operator.may(permission)) {
            NotPermittedException denied = new NotPermittedException(permission);
            new ActionAudit(trail).keep(entry(operator, verb, what, AuditOutcome.DENIED), denied);
            throw denied;
        }
    }

    private static String words(SavedView view) {
        return "name: %s; list: %s; filter: %s; shared: %s"
                .formatted(
                        view.text().name(),
                        view.place(),
                        view.text().query(),
                        view.text().shared());
    }

    private static NotAllowedException taken() {
        return new NotAllowedException("there is another view of this name: take another name");
    }

    private static NoSuchRecordException none() {
        return new NoSuchRecordException("there is no such view");
    }

    private static AuditEntry entry(Operator operator, String verb, String what, AuditOutcome outcome) {
        return AuditEntry.of(
                UUID.randomUUID().toString(), AuditActor.of(operator), verb, AuditSubject.of("VIEW", what), outcome);
    }
}

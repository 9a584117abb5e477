package dev.idem.persistence;

import dev.idem.inspect.SavedView;
import dev.idem.inspect.SavedView.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code idem_view}, in the running transaction. */
final class SavedViewRows {

    static final String VIEWS = "idem_view";

    /** A newer version of the console may know further lists. */
    private static final String SELECT = "select id, place, view_name, view_query, shared, owner from idem_view where"
            + " place in ('POISON', 'KEYS', 'TOKENS', 'AUDIT') and ";

    private final Statements statements;

    SavedViewRows(Database database) {
        this.statements = new Statements(database, VIEWS);
    }

    List<SavedView> of(String owner, int most) {
        return statements.read(
                vendor -> SELECT + "(owner = ? or shared = true) order by view_name, id limit ?",
                parameters -> parameters.text(owner).number(most),
                SavedViewRows::view);
    }

    Optional<SavedView> byId(long id) {
        return statements
                .read(vendor -> SELECT + "id = ?", parameters -> parameters.number(id), SavedViewRows::view)
                .stream()
                .findFirst();
    }

    Optional<SavedView> named(String owner, Place place, String name) {
        return statements
                .read(
                        vendor -> SELECT + "owner = ? and place = ? and view_name = ?",
                        parameters -> parameters.text(owner).text(place.name()).text(name),
                        SavedViewRows::view)
                .stream()
                .findFirst();
    }

    long owned(String owner) {
        return count("owner = ?", parameters -> parameters.text(owner));
    }

    long shared() {
        return count("shared = ?", parameters -> parameters.flag(true));
    }

    private long count(String condition, Statements.Setting setting) {
        return statements
                .read(vendor -> "select count(*) from idem_view where " + condition, setting, row -> row.getLong(1))
                .get(0);
    }

    /** A unique index refuses a second one of the name. */
    void insert(String owner, Place place, SavedView.Text text) {
        statements.run(
                vendor -> "insert into idem_view (place, owner, view_name, view_query, shared, created_at) values"
                        + " (?, ?, ?, ?, ?, " + vendor.clock() + ")",
                parameters -> parameters
                        .text(place.name())
                        .text(owner)
                        .text(text.name())
                        .text(text.query())
                        .flag(text.shared()));
    }

    void update(long id, String name, boolean shared) {
        statements.run(
                vendor -> "update idem_view set view_name = ?, shared = ? where id = ?",
                parameters -> parameters.text(name).flag(shared).number(id));
    }

    /** Tells whether it was there. */
    boolean delete(long id) {
        return statements.run(vendor -> "delete from idem_view where id = ?", parameters -> parameters.number(id)) == 1;
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getLong(1),
                Place.valueOf(row.getString(2)),
                new SavedView.Text(row.getString(3), row.getString(4), row.getBoolean(5)),
                row.getString(6));
    }
}

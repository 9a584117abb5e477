package dev.idem.inspect;

import java.util.List;

/**
 * Filters of lists that operators named. Each sees their own and those that are shared. Safe for use by many threads at once.
 * Every method is a transaction of its own; none may be running. What changes something is in the audit trail, with the subject
 * {@code VIEW}, and so is what is denied. Every method throws {@link NotPermittedException} if the operator lacks a permission, and
 * {@link StoreUnreachableException} if the database does not answer.
 */
public interface SavedViews {

    /** The most views of an operator, shared ones included. */
    int MOST = 50;

    /** The most views that are shared by all. */
    int MOST_SHARED = 200;

    /**
     * The operator's views and those that are shared, of all lists the operator may see, by name. Needs {@link Permission#VIEW}.
     *
     * @param operator for whom
     * @return the views
     */
    List<SavedView> of(Operator operator);

    /**
     * Saves a view. Needs the permission of the list, and to share it {@link Permission#ANNOTATE}. The same again is saved
     * once. Verb {@code SAVE_VIEW}.
     *
     * @param operator who
     * @param place the list
     * @param text what it is called, and what it shows
     * @return the view
     * @throws NotAllowedException if the operator has another view of this name there, or too many
     */
    SavedView save(Operator operator, SavedView.Place place, SavedView.Text text);

    /**
     * Gives a view another name, shares it or shares it no more. One's own needs the permission of the list; one that is shared, or
     * is to be, needs {@link Permission#ANNOTATE}, whoever saved it. Verb {@code CHANGE_VIEW}.
     *
     * @param operator who
     * @param id its number
     * @param name what it is to be called, as in {@link SavedView.Text}
     * @param shared whether everybody has it
     * @return the view
     * @throws NoSuchRecordException if there is none that the operator sees
     * @throws NotAllowedException if its owner has another view of this name there, or too many are shared
     * @throws IllegalArgumentException if the name is missing, too long, or no text
     */
    SavedView change(Operator operator, long id, String name, boolean shared);

    /**
     * Removes a view, under the conditions of {@link #change}. Verb {@code REMOVE_VIEW}.
     *
     * @param operator who
     * @param id its number
     * @throws NoSuchRecordException if there is none that the operator sees
     */
    void remove(Operator operator, long id);
}

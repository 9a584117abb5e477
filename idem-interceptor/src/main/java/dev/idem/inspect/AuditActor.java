package dev.idem.inspect;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who acted. Immutable, for all threads. Texts longer than their limit are cut, NUL characters become spaces.
 *
 * @param name the user's name, at most 255 characters
 * @param type what kind of actor it is
 * @param roles the roles held when acting, separated by commas, "" for none, at most 255 characters
 * @param address the network address the action came from, at most 64 characters; empty if it came from none
 */
public record AuditActor(String name, Type type, String roles, Optional<String> address) {

    /** The library itself. */
    public static final AuditActor SYSTEM = new AuditActor("idem", Type.SYSTEM, "", Optional.empty());

    private static final int NAME = 255;
    private static final int ROLES = 255;
    private static final int ADDRESS = 64;

    /** Kinds of actors. */
    public enum Type {
        /** A person who is logged in, or tries to. */
        USER,
        /** A program that calls the API, by the credentials of a user. */
        API,
        /** The library itself. */
        SYSTEM
    }

    /**
     * Cuts texts that are too long.
     *
     * @param name the user's name
     * @param type what kind of actor it is
     * @param roles the roles held when acting
     * @param address the network address
     */
    public AuditActor {
        name = AuditText.cut(name, NAME);
        roles = AuditText.cut(roles, ROLES);
        address = address.map(text -> AuditText.cut(text, ADDRESS));
    }

    /**
     * An operator.
     *
     * @param operator who acts
     * @return the actor, with the roles in the order of their names
     */
    public static AuditActor of(Operator operator) {
        String roles = operator.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return new AuditActor(operator.name(), operator.type(), roles, operator.address());
    }
}

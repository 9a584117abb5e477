package dev.idem.admin.api;

import java.util.List;

/** Users of the console, by name. */
public record UserList(List<UserItem> users) {}

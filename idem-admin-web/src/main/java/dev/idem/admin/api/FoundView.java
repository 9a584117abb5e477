package dev.idem.admin.api;

import java.util.List;

/** What there is about a key, a token or a name. */
public record FoundView(List<KeyView> keys, List<TokenItem> tokens, List<AuditView> audit) {}

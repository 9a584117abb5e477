package dev.idem.model;

import dev.idem.fire.Exchange;
import dev.idem.fire.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one actor was told, found and decided. */
final class Diary {

    final List<Exchange> exchanges = new ArrayList<>();
    final Set<Identity> listed = new HashSet<>();
    final Set<Identity> replayed = new HashSet<>();

    /** How often somebody decided to run what might have had its effect. */
    final Map<Identity, Integer> decisions = new HashMap<>();
}

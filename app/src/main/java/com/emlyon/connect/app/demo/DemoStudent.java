package com.emlyon.connect.app.demo;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The students of the demo, and where they are. */
enum DemoStudent {
    ALICE("Alice Martin", "EMI 2025", new DemoPlace("Le Comptoir des Brasseurs", 45.7640, 4.8357, "🍻")),
    BOB("Bob Dupont", "EMI 2025", new DemoPlace("Bibliothèque Part-Dieu", 45.7606, 4.8573, "📚")),
    CHARLIE("Charlie Dubois", "EMI 2026", new DemoPlace("Parc de la Tête d'Or", 45.7772, 4.8553, "🌳")),
    DIANA("Diana Lambert", "EMI 2026", new DemoPlace("Le Sucre", 45.7489, 4.8181, "🎵")),
    ETHAN("Ethan Rousseau", "EMI 2027", null);

    private final String fullName;
    private final String promotion;
    private final @Nullable DemoPlace place;

    DemoStudent(String fullName, String promotion, @Nullable DemoPlace place) {
        this.fullName = fullName;
        this.promotion = promotion;
        this.place = place;
    }

    String fullName() {
        return fullName;
    }

    String promotion() {
        return promotion;
    }

    String email() {
        return name().toLowerCase(Locale.ROOT) + "@emlyon.com";
    }

    Optional<DemoPlace> place() {
        return Optional.ofNullable(place);
    }

    /** A place in Lyon, in degrees. */
    record DemoPlace(String name, double latitude, double longitude, String emoji) {}
}

package com.emlyon.connect.app.demo;

import static com.emlyon.connect.app.demo.DemoStudent.ALICE;
import static com.emlyon.connect.app.demo.DemoStudent.BOB;
import static com.emlyon.connect.app.demo.DemoStudent.CHARLIE;
import static com.emlyon.connect.app.demo.DemoStudent.DIANA;
import static com.emlyon.connect.app.demo.DemoStudent.ETHAN;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The events of the demo; they lie in the coming days, whenever the demo is started. */
enum DemoEvent {
    AFTERWORK("Soirée Afterwork", "Un verre entre promos après les cours", ALICE, 2, 19, BOB, DIANA),
    REVISIONS("Session Révisions", "On prépare ensemble les examens de finance", BOB, 4, 14, CHARLIE),
    FOOTBALL("Match de Football", "Cinq contre cinq au parc, tous niveaux", CHARLIE, 6, 16, ALICE, ETHAN),
    LE_SUCRE("Soirée Le Sucre", "Électro sur les toits de la Confluence", DIANA, 8, 22, ETHAN);

    private final String title;
    private final String description;
    private final DemoStudent creator;
    private final int daysAhead;
    private final int hour;
    private final List<DemoStudent> guests;

    DemoEvent(String title, String description, DemoStudent creator, int daysAhead, int hour, DemoStudent... guests) {
        this.title = title;
        this.description = description;
        this.creator = creator;
        this.daysAhead = daysAhead;
        this.hour = hour;
        this.guests = List.of(guests);
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    DemoStudent creator() {
        return creator;
    }

    List<DemoStudent> guests() {
        return guests;
    }

    Instant dateSeenFrom(Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        return now.atZone(zone).plusDays(daysAhead).with(LocalTime.of(hour, 0)).toInstant();
    }
}

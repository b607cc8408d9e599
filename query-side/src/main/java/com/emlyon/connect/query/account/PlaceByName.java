package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountView;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/** Where an account stands in a list by name, in the order that French readers expect; the id tells namesakes apart. */
public record PlaceByName(String name, String id) implements Comparable<PlaceByName> {

    /** Frozen, so that many may compare at once. */
    private static final Comparator<Object> FRENCH =
            Collator.getInstance(ULocale.FRENCH).freeze();

    private static final Comparator<PlaceByName> BY_NAME = Comparator.comparing(PlaceByName::name, FRENCH)
            .thenComparing(PlaceByName::name)
            .thenComparing(PlaceByName::id);

    /** That of an account as it is shown. */
    public static PlaceByName of(AccountView account) {
        return new PlaceByName(account.name(), account.id().value());
    }

    @Override
    public int compareTo(PlaceByName other) {
        return BY_NAME.compare(this, other);
    }
}

package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountView;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/**
 * The place of an account in a list ordered by name, in French collation; the id separates accounts of the same name.
 */
public record PlaceByName(String name, String id) implements Comparable<PlaceByName> {

    /** Frozen, so that several threads can use it at once. */
    private static final Comparator<Object> FRENCH =
            Collator.getInstance(ULocale.FRENCH).freeze();

    private static final Comparator<PlaceByName> BY_NAME = Comparator.comparing(PlaceByName::name, FRENCH)
            .thenComparing(PlaceByName::name)
            .thenComparing(PlaceByName::id);

    /** The place of an account. */
    public static PlaceByName of(AccountView account) {
        return new PlaceByName(account.name(), account.id().value());
    }

    @Override
    public int compareTo(PlaceByName other) {
        return BY_NAME.compare(this, other);
    }
}

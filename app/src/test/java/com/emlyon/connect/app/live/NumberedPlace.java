package com.emlyon.connect.app.live;

/** The place of an item that is ordered by a number. */
record NumberedPlace(int number, String id) implements ListPlace<NumberedPlace> {

    /** That of an item which has its number for an id. */
    static NumberedPlace of(int number) {
        return new NumberedPlace(number, String.valueOf(number));
    }

    @Override
    public int compareTo(NumberedPlace other) {
        return Integer.compare(number, other.number);
    }
}

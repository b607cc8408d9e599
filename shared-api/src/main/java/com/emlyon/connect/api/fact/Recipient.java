package com.emlyon.connect.api.fact;

/** To which student a fact is exported when they ask for what is held about them. */
public enum Recipient {
    /** The one of whose account or presence the stream tells. */
    STUDENT_OF_THE_STREAM,
    /** The one whom the component {@code account} or {@code creator} names. */
    NAMED_STUDENT,
    /** The one who has created the campus event of the stream. */
    CREATOR_OF_THE_EVENT,
    /** The one whom the component {@code account} names as the holder of the address of the stream. */
    HOLDER_OF_THE_ADDRESS,
    /** None, because the fact says nothing of a person. */
    NOBODY
}

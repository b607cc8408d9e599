package com.emlyon.connect.api.fact;

/** The student whose export of personal data contains a fact. */
public enum Recipient {
    /** The student of the account or presence that the stream belongs to. */
    STUDENT_OF_THE_STREAM,
    /** The student whose id is in the component {@code account} or {@code creator}. */
    NAMED_STUDENT,
    /** The student who has created the campus event of the stream. */
    CREATOR_OF_THE_EVENT,
    /** The student whose id is in the component {@code account}: the holder of the email address of the stream. */
    HOLDER_OF_THE_ADDRESS,
    /** No student, because the fact contains no personal data. */
    NOBODY
}

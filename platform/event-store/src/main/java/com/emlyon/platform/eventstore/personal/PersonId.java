package com.emlyon.platform.eventstore.personal;

/**
 * The id of a person whose data is encrypted. The id type of a domain implements it, such as the id of an account; two
 * ids with the same value mean the same person.
 */
public interface PersonId {

    /** The id as it is stored, beside the key of the person and in front of each encrypted value. */
    String value();
}

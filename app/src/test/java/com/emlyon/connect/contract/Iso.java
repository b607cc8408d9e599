package com.emlyon.connect.contract;

/** How the contract writes moments as text. */
final class Iso {

    /** UTC with exactly three digits after the second, such as {@code 2026-11-22T13:23:07.932Z}. */
    static final String INSTANT_WITH_MILLISECONDS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private Iso() {}
}

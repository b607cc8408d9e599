package com.emlyon.library;

import com.emlyon.platform.eventstore.refusal.Refusal;

/** The book is lent to somebody. */
record NotAvailable(String book) implements Refusal {}

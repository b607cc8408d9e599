package com.emlyon.library;

import com.emlyon.platform.eventstore.refusal.Refusal;

/** The book is lent to a reader. */
record NotAvailable(String book) implements Refusal {}

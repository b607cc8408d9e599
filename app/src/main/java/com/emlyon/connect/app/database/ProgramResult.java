package com.emlyon.connect.app.database;

/** How a run of one of PostgreSQL's programs ended, and what it said. */
record ProgramResult(String program, boolean succeeded, String output) {}

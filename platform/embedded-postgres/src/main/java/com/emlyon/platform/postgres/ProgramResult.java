package com.emlyon.platform.postgres;

/** The result of running one of PostgreSQL's programs: whether it succeeded, and its output. */
record ProgramResult(String program, boolean succeeded, String output) {}

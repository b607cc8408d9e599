package com.emlyon.connect.api.account;

/** The password that the student has proven to know is not the present one any more. */
public record PasswordWrong() implements AccountRefusal {}

package com.emlyon.connect.app.web;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;

/** A student as shown beside a check-in or an event, with a complete avatar address. */
public record Student(String id, String name, String avatarUrl) {

    /** Converts the view of a student. */
    public static Student of(StudentView student, Avatars avatars) {
        return new Student(student.id().value(), student.name(), avatars.absolute(student.avatarUrl()));
    }

    /** A student who has deleted the account: shows only that the account is deleted. */
    public static Student gone(AccountId account, Texts texts) {
        return new Student(account.value(), texts.of("student.deleted"), StudentView.NOBODYS_AVATAR);
    }
}

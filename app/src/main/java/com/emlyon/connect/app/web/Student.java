package com.emlyon.connect.app.web;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;

/** A student beside what they do, with a complete avatar address. */
public record Student(String id, String name, String avatarUrl) {

    /** As the view has it. */
    public static Student of(StudentView student, Avatars avatars) {
        return new Student(student.id().value(), student.name(), avatars.absolute(student.avatarUrl()));
    }

    /** Somebody who has deleted their account: only that is said of them. */
    public static Student gone(AccountId account, Texts texts) {
        return new Student(account.value(), texts.of("student.deleted"), StudentView.NOBODYS_AVATAR);
    }
}

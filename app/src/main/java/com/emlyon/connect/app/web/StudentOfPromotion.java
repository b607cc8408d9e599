package com.emlyon.connect.app.web;

import com.emlyon.connect.api.account.StudentView;

/** A student as shown beside a check-in or an event, where clients filter by promotion. */
public record StudentOfPromotion(String id, String name, String avatarUrl, String promotion) {

    /** Converts the view of a student. */
    public static StudentOfPromotion of(StudentView student, Avatars avatars) {
        return new StudentOfPromotion(
                student.id().value(), student.name(), avatars.absolute(student.avatarUrl()), student.promotion());
    }
}

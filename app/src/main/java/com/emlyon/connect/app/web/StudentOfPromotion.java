package com.emlyon.connect.app.web;

import com.emlyon.connect.api.account.StudentView;

/** A student beside what they do, where clients filter by promotion. */
public record StudentOfPromotion(String id, String name, String avatarUrl, String promotion) {

    /** As the view has it. */
    public static StudentOfPromotion of(StudentView student, Avatars avatars) {
        return new StudentOfPromotion(
                student.id().value(), student.name(), avatars.absolute(student.avatarUrl()), student.promotion());
    }
}

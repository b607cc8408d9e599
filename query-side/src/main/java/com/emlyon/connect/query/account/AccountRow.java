package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.StudentView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Immutable;

/** A read-only row of {@code view.account}. */
@Entity
@Immutable
@Table(schema = "view", name = "account")
@SuppressWarnings("NullAway.Init") // Hibernate fills it
public class AccountRow {

    @Id
    private String id;

    private String email;
    private String name;
    private String promotion;
    private String avatarUrl;
    private Instant createdAt;
    private Instant updatedAt;

    /** For Hibernate. */
    protected AccountRow() {}

    /** Fills a row as Hibernate would, for a statement that runs without Hibernate. */
    static AccountRow of(ResultSet columns) throws SQLException {
        AccountRow row = new AccountRow();
        row.id = columns.getString("id");
        row.email = columns.getString("email");
        row.name = columns.getString("name");
        row.promotion = columns.getString("promotion");
        row.avatarUrl = columns.getString("avatar_url");
        row.createdAt = columns.getObject("created_at", OffsetDateTime.class).toInstant();
        row.updatedAt = columns.getObject("updated_at", OffsetDateTime.class).toInstant();
        return row;
    }

    /** The id of the account. */
    public AccountId id() {
        return new AccountId(id);
    }

    AccountView view(Decryption decryption) {
        return decryption.account(id, email, name, promotion, avatarUrl, createdAt, updatedAt);
    }

    /** The account as a student, as shown beside a check-in or a campus event. */
    public StudentView student(Decryption decryption) {
        return decryption.student(id, name, avatarUrl, promotion);
    }
}

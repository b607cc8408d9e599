-- A registered account; told twice, it is still the same account.
INSERT INTO view.account (id, email, name, promotion, avatar_url, created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE
SET email = excluded.email, name = excluded.name, promotion = excluded.promotion, avatar_url = excluded.avatar_url,
    created_at = excluded.created_at, updated_at = excluded.updated_at

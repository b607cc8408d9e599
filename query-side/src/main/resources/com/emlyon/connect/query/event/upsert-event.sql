-- A campus event as it was first announced; told twice, it is still the same event.
INSERT INTO view.event (id, creator, title, description, date)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE
SET creator = excluded.creator, title = excluded.title, description = excluded.description, date = excluded.date

-- Where a student is: the new check-in takes the place of the former.
INSERT INTO view.check_in (account, id, place, latitude, longitude, emoji, at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (account) DO UPDATE
SET id = excluded.id, place = excluded.place, latitude = excluded.latitude, longitude = excluded.longitude,
    emoji = excluded.emoji, at = excluded.at

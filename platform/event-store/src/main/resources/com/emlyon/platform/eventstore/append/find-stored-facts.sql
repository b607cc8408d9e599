-- Which of these facts are stored, and where.
SELECT id, position FROM store.fact WHERE id = ANY (?)

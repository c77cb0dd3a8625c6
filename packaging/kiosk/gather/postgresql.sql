-- The same with PostgreSQL. In the folder above `exports`:
--     createdb kiosks && psql -v ON_ERROR_STOP=1 -f postgresql.sql kiosks
-- Loading one file for each kiosk is a line for each, made by the shell; the rest is as in
-- duckdb.sql, which explains the steps.

CREATE TABLE figures (
    kiosk text, pack text, question text, "first" date, "last" date,
    sessions integer, "right" integer, wrong integer, skipped integer
);
CREATE TEMPORARY TABLE one (LIKE figures);
ALTER TABLE one DROP COLUMN kiosk;

\! for f in exports/*.csv; do printf "TRUNCATE one;\n\\\\copy one FROM '%s' (FORMAT csv, HEADER)\nINSERT INTO figures SELECT '%s', * FROM one;\n" "$f" "$(basename "$f" .csv)"; done > load.sql
\i load.sql

SELECT 'the same file twice' AS look_at, array_agg(kiosk) AS kiosks
FROM (
    SELECT kiosk, md5(string_agg(t::text, '|' ORDER BY t::text)) AS content
    FROM (SELECT kiosk, ROW(pack, question, "first", "last", sessions, "right", wrong, skipped) AS t
          FROM figures) AS rows
    GROUP BY kiosk
) AS files
GROUP BY content HAVING count(*) > 1;

SELECT 'left out' AS look_at, kiosk, count(*) AS rows
FROM figures
WHERE sessions < 10
   OR "first" > "last"
   OR (question IS NOT NULL AND sessions <> "right" + wrong + skipped)
GROUP BY kiosk ORDER BY kiosk;

CREATE VIEW sound AS
SELECT * FROM figures
WHERE sessions >= 10 AND "first" <= "last"
  AND (question IS NULL OR sessions = "right" + wrong + skipped);

CREATE VIEW questions AS
SELECT
    pack, question,
    count(DISTINCT kiosk) AS kiosks,
    sum(sessions) AS sessions, sum("right") AS "right", sum(wrong) AS wrong,
    sum(skipped) AS skipped,
    CASE WHEN sum("right" + wrong) >= 10
        THEN round(100.0 * sum(wrong) / sum("right" + wrong), 1) END AS missed_percent
FROM sound WHERE question IS NOT NULL
GROUP BY pack, question;

CREATE VIEW months AS
SELECT to_char("last", 'YYYY-MM') AS month, sum(sessions) AS sessions
FROM sound WHERE question IS NULL
GROUP BY 1;

CREATE VIEW kiosk_use AS
SELECT kiosk, sum(sessions) AS sessions, max("last") AS counted_until
FROM sound WHERE question IS NULL
GROUP BY kiosk;

\copy (SELECT * FROM questions ORDER BY pack COLLATE "C", question COLLATE "C") TO 'questions.csv' (FORMAT csv, HEADER)
\copy (SELECT * FROM months ORDER BY month) TO 'months.csv' (FORMAT csv, HEADER)
\copy (SELECT * FROM kiosk_use ORDER BY kiosk COLLATE "C") TO 'kiosks.csv' (FORMAT csv, HEADER)

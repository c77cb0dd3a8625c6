-- The counts of many kiosks together. Beside a folder `exports` with one file for each kiosk:
--     duckdb < duckdb.sql
-- It writes questions.csv, months.csv and kiosks.csv. See ../README.md for what must not be asked.

-- The rows as the kiosks saved them. Empty pack and question: all sessions of the days of the row.
CREATE TABLE figures AS
SELECT parse_filename(filename, true) AS kiosk, * EXCLUDE (filename)
FROM read_csv(
    'exports/*.csv', filename = true, header = true, delim = ',', quote = '"',
    columns = {
        'pack': 'VARCHAR', 'question': 'VARCHAR', 'first': 'DATE', 'last': 'DATE',
        'sessions': 'INTEGER', 'right': 'INTEGER', 'wrong': 'INTEGER', 'skipped': 'INTEGER'
    }
);

-- 1. Two files that are the same: somebody copied one twice. Stop here until there is no line.
SELECT 'the same file twice' AS look_at, list(parse_filename(filename, true)) AS kiosks
FROM read_text('exports/*.csv')
GROUP BY md5(content) HAVING count(*) > 1;

-- 2. Rows that cannot be: sums that do not agree, or fewer people than ten. A site may have asked
-- for a floor under ten; such rows stay out of everything below.
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

-- 3. Each question over all kiosks. Every row stands for ten people or more, so each sum does. The
-- share is of those who answered, and those may be fewer: it is left empty under ten.
COPY (
    SELECT
        pack, question,
        count(DISTINCT kiosk) AS kiosks,
        sum(sessions) AS sessions, sum("right") AS "right", sum(wrong) AS wrong,
        sum(skipped) AS skipped,
        CASE WHEN sum("right" + wrong) >= 10
            THEN round(100.0 * sum(wrong) / sum("right" + wrong), 1) END AS missed_percent
    FROM sound WHERE question IS NOT NULL
    GROUP BY pack, question ORDER BY pack, question
) TO 'questions.csv' (HEADER);

-- 4. Sessions by month, all kiosks. A row reaches over several days and is never cut: it counts in
-- the month in which it ends.
COPY (
    SELECT strftime("last", '%Y-%m') AS month, sum(sessions) AS sessions
    FROM sound WHERE question IS NULL
    GROUP BY month ORDER BY month
) TO 'months.csv' (HEADER);

-- 5. Sessions by kiosk: which are used, and which have stopped.
COPY (
    SELECT kiosk, sum(sessions) AS sessions, max("last") AS counted_until
    FROM sound WHERE question IS NULL
    GROUP BY kiosk ORDER BY kiosk
) TO 'kiosks.csv' (HEADER);

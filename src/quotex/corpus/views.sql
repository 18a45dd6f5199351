CREATE INDEX forms_speaker ON forms (speaker);
CREATE INDEX copies_copy_of ON copies (copy_of);
CREATE INDEX identity_of_identity ON identity_of (identity);
CREATE INDEX repeated_in_repeated ON repeated_in (repeated);
CREATE INDEX disagreements_quantity ON disagreements (quantity);
CREATE INDEX disagreements_other ON disagreements (other);

-- The pronouns that articles use of somebody, with how often: the articles' own words, and nobody's gender.
CREATE VIEW identity_pronouns AS
SELECT identity, group_concat(form || ' ' || mentions, ', ') AS pronouns
FROM (SELECT o.identity, f.form, sum(f.mentions) AS mentions FROM forms f JOIN identity_of o ON o.speaker = f.speaker
      WHERE f.rule = 'pronoun' GROUP BY o.identity, f.form ORDER BY o.identity, mentions DESC, f.form)
GROUP BY identity;

-- Quotations with all that is asked of them: who, in which article, of which outlet and month.
CREATE VIEW said AS
SELECT q.id, q.type, q.stance, q.text, q.confidence, q.speaker_confidence,
       i.id AS identity, i.name AS identity_name, o.confidence AS identity_confidence,
       s.id AS speaker, s.name AS speaker_name, s.description AS speaker_description, s.kind AS speaker_kind,
       s.role AS speaker_role,
       a.id AS article, a.name AS article_name, a.title, a.outlet, a.published, substr(a.published, 1, 7) AS month,
       length(trim(q.text)) - length(replace(trim(q.text), ' ', '')) + 1 AS words
FROM quotes q
JOIN counted_articles a ON a.id = q.article
LEFT JOIN speakers s ON s.id = q.speaker
LEFT JOIN identity_of o ON o.speaker = s.id
LEFT JOIN identities i ON i.id = o.identity;

CREATE VIEW who_is_quoted AS
SELECT i.id AS identity, i.name, i.kind, i.wikidata, count(DISTINCT q.article) AS articles, count(*) AS quotations,
       sum(q.words) AS words, sum(q.type = 'direct') AS direct, sum(q.type = 'indirect') AS indirect,
       sum(q.type = 'mixed') AS mixed, count(DISTINCT q.outlet) AS outlets, min(q.published) AS first_day,
       max(q.published) AS last_day, p.pronouns
FROM said q
JOIN identities i ON i.id = q.identity
LEFT JOIN identity_pronouns p ON p.identity = i.id
GROUP BY i.id
ORDER BY words DESC, i.id;

CREATE VIEW who_is_quoted_by_outlet AS
SELECT identity, identity_name AS name, outlet, count(DISTINCT article) AS articles, count(*) AS quotations,
       sum(words) AS words
FROM said WHERE identity IS NOT NULL
GROUP BY identity, outlet ORDER BY words DESC, identity, outlet;

CREATE VIEW who_is_quoted_by_month AS
SELECT identity, identity_name AS name, month, count(DISTINCT article) AS articles, count(*) AS quotations,
       sum(words) AS words
FROM said WHERE identity IS NOT NULL
GROUP BY identity, month ORDER BY identity, month;

-- How much is said by sources with a name, without one, and by nobody known.
CREATE VIEW named_and_unnamed AS
SELECT outlet, month, count(*) AS quotations, sum(speaker_name IS NOT NULL) AS named,
       sum(speaker IS NOT NULL AND speaker_name IS NULL) AS unnamed, sum(speaker IS NULL) AS unknown,
       round(1.0 * sum(speaker_name IS NOT NULL) / count(*), 3) AS named_share
FROM said GROUP BY outlet, month ORDER BY outlet, month;

CREATE VIEW the_same_words AS
SELECT r.id AS repeated, r.text AS fullest, count(*) AS quotations, count(DISTINCT q.article) AS articles,
       count(DISTINCT q.identity) AS identities, sum(w.how = 'exact') AS exact, sum(w.how = 'cut') AS cut,
       sum(w.how = 'changed') AS changed
FROM repeated r JOIN repeated_in w ON w.repeated = r.id JOIN said q ON q.id = w.quote
GROUP BY r.id HAVING count(DISTINCT q.article) > 1 ORDER BY articles DESC, r.id;

CREATE VIEW what_differs AS
SELECT w.repeated, w.how, w.difference, q.text, coalesce(q.identity_name, q.speaker_name) AS who, q.type, q.article,
       q.title, q.outlet, q.published
FROM repeated_in w JOIN said q ON q.id = w.quote ORDER BY w.repeated, w.how <> 'exact', w.quote;

CREATE VIEW figures_that_disagree AS
SELECT d.id, d.likeness, n.text AS figure, m.text AS other_figure, coalesce(n.counted, n.unit) AS counted,
       c.text AS claim, e.text AS other_claim, a.title AS article, b.title AS other_article, a.outlet,
       b.outlet AS other_outlet, a.published, b.published AS other_published
FROM disagreements d
JOIN quantities n ON n.id = d.quantity JOIN quantities m ON m.id = d.other
JOIN claims c ON c.id = n.claim JOIN claims e ON e.id = m.claim
JOIN articles a ON a.id = n.article JOIN articles b ON b.id = m.article
ORDER BY d.likeness DESC, d.id;

-- Few facts have words: who asks whether these have any looks among those alone.
CREATE INDEX ix_fact_stated ON fact (indicator, period, unit) WHERE stated IS NOT NULL;

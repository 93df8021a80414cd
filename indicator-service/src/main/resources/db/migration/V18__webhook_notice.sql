-- How far those who want to know of returns were told: one row, moved together with the messages.
CREATE TABLE webhook_notice (
  only_one          boolean NOT NULL DEFAULT true,
  returned_position bigint  NOT NULL,
  reminded_on       date    NOT NULL,
  CONSTRAINT pk_webhook_notice PRIMARY KEY (only_one),
  CONSTRAINT ck_webhook_notice_only_one CHECK (only_one)
);

COMMENT ON COLUMN webhook_notice.returned_position IS 'Of the histories of returns: what was sent back up to here has been told.';
COMMENT ON COLUMN webhook_notice.reminded_on IS 'Vietnam''s day up to which reminders of due and late returns have been made.';

INSERT INTO webhook_notice (returned_position, reminded_on)
SELECT CASE WHEN is_called THEN last_value ELSE 0 END, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 1 FROM outbox_position;

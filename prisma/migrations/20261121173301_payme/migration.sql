CREATE TABLE "payme_key" (
    "id" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "replaces" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payme_key_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payme_fiscal" (
    "transaction_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status_code" INTEGER,
    "receipt_id" TEXT,
    "terminal_id" TEXT,
    "fiscal_sign" TEXT,
    "qr_code_url" TEXT,
    "date" TEXT,
    "document" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payme_fiscal_pkey" PRIMARY KEY ("transaction_id","type")
);

alter table payme_fiscal add constraint payme_fiscal_type check (type in ('PERFORM', 'CANCEL'));
alter table payme_transaction
  add constraint payme_amount check (amount > 0),
  add constraint payme_cancelled check ((state < 0) = (cancel_time > 0)),
  add constraint payme_performed check (state not in (2, -2) or perform_time > 0);
-- The sweep walks only what is open.
create index payme_open on payme_transaction (time) where state = 1;
create index payme_paid on payme_transaction (perform_time) where state = 2;
create index payme_of_payment on payme_transaction (payment_id);

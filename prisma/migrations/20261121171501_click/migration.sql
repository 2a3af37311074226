CREATE TABLE "click_transaction" (
    "click_trans_id" TEXT NOT NULL,
    "click_paydoc_id" TEXT,
    "order_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "prepare_id" BIGSERIAL NOT NULL,
    "confirm_id" BIGINT,
    "amount" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'prepared',
    "error" INTEGER,
    "error_note" TEXT,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "click_transaction_pkey" PRIMARY KEY ("click_trans_id"),
    CONSTRAINT "click_transaction_state" CHECK ("state" IN ('prepared', 'confirmed', 'cancelled')),
    CONSTRAINT "click_transaction_amount" CHECK ("amount" > 0)
);
CREATE UNIQUE INDEX "click_transaction_prepare_id_key" ON "click_transaction"("prepare_id");
CREATE UNIQUE INDEX "click_transaction_confirm_id_key" ON "click_transaction"("confirm_id");
CREATE INDEX "click_transaction_order_id_idx" ON "click_transaction"("order_id");
CREATE INDEX "click_transaction_payment_id_idx" ON "click_transaction"("payment_id");
CREATE INDEX "click_transaction_click_paydoc_id_idx" ON "click_transaction"("click_paydoc_id");

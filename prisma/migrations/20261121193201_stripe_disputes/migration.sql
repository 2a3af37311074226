CREATE TABLE "stripe_dispute" (
    "id" TEXT NOT NULL,
    "payment_intent" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'open',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_dispute_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stripe_dispute_outcome" CHECK ("outcome" IN ('open', 'buyer', 'shop')),
    CONSTRAINT "stripe_dispute_amount" CHECK ("amount" > 0)
);
CREATE INDEX "stripe_dispute_payment_intent_idx" ON "stripe_dispute"("payment_intent");

CREATE TABLE "stripe_refund_failed" (
    "id" TEXT NOT NULL,
    "payment_intent" TEXT NOT NULL,
    "refund_id" TEXT,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_refund_failed_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stripe_refund_failed_amount" CHECK ("amount" > 0)
);
CREATE INDEX "stripe_refund_failed_payment_intent_idx" ON "stripe_refund_failed"("payment_intent");

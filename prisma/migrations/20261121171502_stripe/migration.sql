CREATE TABLE "stripe_session" (
    "id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "payment_intent" TEXT,
    "url" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_session_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stripe_session_status" CHECK ("status" IN ('open', 'paid', 'expired', 'failed')),
    CONSTRAINT "stripe_session_amount" CHECK ("amount" > 0)
);
CREATE INDEX "stripe_session_payment_id_created_at_idx" ON "stripe_session"("payment_id", "created_at");
CREATE INDEX "stripe_session_order_id_idx" ON "stripe_session"("order_id");
CREATE INDEX "stripe_session_payment_intent_idx" ON "stripe_session"("payment_intent");

CREATE TABLE "stripe_refunded" (
    "payment_intent" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_refunded_pkey" PRIMARY KEY ("payment_intent")
);

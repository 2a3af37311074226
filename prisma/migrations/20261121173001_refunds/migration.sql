ALTER TABLE "parcel_view" ADD COLUMN "refunded" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "commission_back" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "share_released" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "paid" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "delivered_at" TIMESTAMPTZ(3),
  ADD COLUMN "received_at" TIMESTAMPTZ(3),
  ADD COLUMN "received_by" TEXT;

ALTER TABLE "parcel_line_view" ADD COLUMN "refunded" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "refunded_quantity" INTEGER NOT NULL DEFAULT 0;

-- What the timer of escrow looks for.
CREATE INDEX "parcel_view_waiting_idx" ON "parcel_view" ("delivered_at") WHERE "paid" AND "received_at" IS NULL;

CREATE TABLE "return_view" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "parcel_id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "accepted" JSONB,
    "reason" TEXT NOT NULL,
    "answer" TEXT,
    "amount" BIGINT NOT NULL,
    "deduction" BIGINT NOT NULL DEFAULT 0,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "restocked" BOOLEAN NOT NULL DEFAULT false,
    "currency" CHAR(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_view_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "return_view_order_id_idx" ON "return_view"("order_id");

CREATE INDEX "return_view_shop_id_status_created_at_id_idx" ON "return_view"("shop_id", "status", "created_at" DESC, "id");

CREATE TABLE "dispute_view" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "parcel_id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "in_favour_of" TEXT,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dispute_view_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "dispute_view_order_id_idx" ON "dispute_view"("order_id");

CREATE INDEX "dispute_view_status_created_at_idx" ON "dispute_view"("status", "created_at");

CREATE TABLE "order_note" (
    "ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "photos" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_note_pkey" PRIMARY KEY ("ref","kind")
);

CREATE INDEX "order_note_order_id_idx" ON "order_note"("order_id");

CREATE TABLE "delivery_code_try" (
    "parcel_id" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,

    CONSTRAINT "delivery_code_try_pkey" PRIMARY KEY ("parcel_id")
);

CREATE TABLE "refund_view" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "parcel_id" TEXT,
    "shop_id" TEXT,
    "amount" BIGINT NOT NULL,
    "commission" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "excess" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "refund_view_amount_check" CHECK ("amount" > 0)
);

CREATE INDEX "refund_view_order_id_idx" ON "refund_view"("order_id");

CREATE INDEX "refund_view_payment_id_idx" ON "refund_view"("payment_id");

CREATE INDEX "refund_view_status_created_at_idx" ON "refund_view"("status", "created_at");

CREATE TABLE "refund_attempt" (
    "refund_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refund_attempt_pkey" PRIMARY KEY ("refund_id")
);

-- Whatever the code believes, no more goes back than came.
ALTER TABLE "payment_view" ADD CONSTRAINT "payment_view_refunded_check" CHECK ("refunded" BETWEEN 0 AND "captured");

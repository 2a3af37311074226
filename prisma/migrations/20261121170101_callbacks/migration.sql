CREATE TABLE "provider_callback" (
    "provider" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "payload_sha256" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "ip" TEXT NOT NULL,
    "answer" TEXT,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "alarm" BOOLEAN NOT NULL DEFAULT false,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_callback_pkey" PRIMARY KEY ("provider","event_key")
);
CREATE INDEX "provider_callback_received_at_idx" ON "provider_callback"("received_at");

CREATE TABLE "provider_alarm" (
    "provider" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "payload_sha256" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "ip" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_alarm_pkey" PRIMARY KEY ("provider","event_key","payload_sha256")
);
CREATE INDEX "provider_alarm_received_at_idx" ON "provider_alarm"("received_at");

CREATE TABLE "payment_finding" (
    "provider" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payment_id" TEXT,
    "order_number" TEXT,
    "amount" BIGINT,
    "currency" CHAR(3),
    "outcome" TEXT NOT NULL,
    "detail" TEXT,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "times" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "payment_finding_pkey" PRIMARY KEY ("provider","ref","kind")
);
CREATE INDEX "payment_finding_found_at_idx" ON "payment_finding"("found_at");

CREATE TABLE "payment_probe" (
    "payment_id" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_probe_pkey" PRIMARY KEY ("payment_id")
);
CREATE INDEX "payment_view_pending" ON "payment_view"("created_at") WHERE "status" IN ('requested', 'cancelled');

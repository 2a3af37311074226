-- CreateTable
CREATE TABLE "order_origin" (
    "order_id" TEXT NOT NULL,
    "subject" TEXT,
    "consent" TEXT[],
    "ga_client" TEXT,
    "ga_session" TEXT,
    "fbp" TEXT,
    "fbc" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,
    "locale" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "first_touch" JSONB,
    "last_touch" JSONB,
    "experiments" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_origin_pkey" PRIMARY KEY ("order_id")
);

-- CreateIndex
CREATE INDEX "order_origin_created_at_idx" ON "order_origin"("created_at");

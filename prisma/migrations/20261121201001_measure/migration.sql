-- CreateTable
CREATE TABLE "conversion" (
    "event_id" TEXT NOT NULL,
    "sink" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "answer" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversion_pkey" PRIMARY KEY ("event_id","sink")
);

-- CreateTable
CREATE TABLE "pixel_hit" (
    "event_id" TEXT NOT NULL,
    "sink" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pixel_hit_pkey" PRIMARY KEY ("event_id","sink")
);

-- CreateIndex
CREATE INDEX "conversion_at_idx" ON "conversion"("at");

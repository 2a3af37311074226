-- CreateTable
CREATE TABLE "visit_event" (
    "id" BIGSERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "campaign" TEXT NOT NULL DEFAULT '',
    "cost" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'UZS',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "view_count" (
    "day" DATE NOT NULL,
    "locale" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "times" INTEGER NOT NULL,

    CONSTRAINT "view_count_pkey" PRIMARY KEY ("day","locale","page")
);

-- CreateIndex
CREATE INDEX "visit_event_at_idx" ON "visit_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_source_campaign_starts_on_key" ON "campaign"("source", "campaign", "starts_on");

alter table visit_event add constraint visit_event_step check (step in ('view', 'cart', 'checkout', 'paid'));
alter table campaign add constraint campaign_terms check (cost >= 0 and (ends_on is null or ends_on >= starts_on));

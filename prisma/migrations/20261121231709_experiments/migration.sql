-- CreateTable
CREATE TABLE "experiment" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "variants" JSONB NOT NULL,
    "share" INTEGER NOT NULL,
    "planned" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "experiment_exposure" (
    "experiment_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "experiment_exposure_pkey" PRIMARY KEY ("experiment_id","subject")
);

-- CreateTable
CREATE TABLE "experiment_view" (
    "experiment_id" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "times" INTEGER NOT NULL,

    CONSTRAINT "experiment_view_pkey" PRIMARY KEY ("experiment_id","option","day")
);

-- CreateTable
CREATE TABLE "place_option" (
    "place" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "experiment_id" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "place_option_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "heat_cell" (
    "day" DATE NOT NULL,
    "page" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "x" SMALLINT NOT NULL,
    "y" SMALLINT NOT NULL,
    "times" INTEGER NOT NULL,
    "idle" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "heat_cell_pkey" PRIMARY KEY ("day","page","device","x","y")
);

-- CreateTable
CREATE TABLE "heat_look" (
    "day" DATE NOT NULL,
    "page" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "times" INTEGER NOT NULL,

    CONSTRAINT "heat_look_pkey" PRIMARY KEY ("day","page","device")
);

-- CreateTable
CREATE TABLE "heat_setting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "share" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "heat_setting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "experiment_key_key" ON "experiment"("key");

-- CreateIndex
CREATE INDEX "experiment_place_idx" ON "experiment"("place");

-- CreateIndex
CREATE INDEX "experiment_exposure_at_idx" ON "experiment_exposure"("at");

-- CreateIndex
CREATE INDEX "order_origin_subject_idx" ON "order_origin"("subject");

create unique index experiment_one_at_a_place on experiment (place) where status = 'running';
alter table experiment add constraint experiment_terms
    check (status in ('draft', 'running', 'ended') and share between 1 and 100 and planned > 0
           and (status = 'draft') = (started_at is null) and (status = 'ended') = (ended_at is not null));
alter table heat_cell add constraint heat_cell_grid check (x between 0 and 23 and y between 0 and 149 and idle <= times);
alter table heat_setting add constraint heat_setting_one check (id = 1 and share between 0 and 100);

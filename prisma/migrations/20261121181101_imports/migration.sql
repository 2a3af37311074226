-- CreateTable
CREATE TABLE "goods_import" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "format" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "choices" JSONB NOT NULL DEFAULT '{}',
    "dry_run" BOOLEAN NOT NULL DEFAULT true,
    "status" TEXT NOT NULL DEFAULT 'mapping',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "variants" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "failed_line" INTEGER,
    "lease_until" TIMESTAMPTZ(3),
    "lease" TEXT,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "goods_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goods_import_piece" (
    "import_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "goods_import_piece_pkey" PRIMARY KEY ("import_id","n")
);

-- CreateTable
CREATE TABLE "goods_import_row" (
    "import_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "goods" TEXT NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "goods_import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "goods_import_item" (
    "import_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "goods" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "title" TEXT,
    "outcome" TEXT,
    "category" TEXT,
    "chosen_by" TEXT,
    "product_id" TEXT,

    CONSTRAINT "goods_import_item_pkey" PRIMARY KEY ("import_id","n")
);

-- CreateTable
CREATE TABLE "goods_import_problem" (
    "id" BIGSERIAL NOT NULL,
    "import_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "goods_import_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goods_import_mapping" (
    "shop_id" TEXT NOT NULL,
    "columns" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "goods_import_mapping_pkey" PRIMARY KEY ("shop_id","columns")
);

-- CreateTable
CREATE TABLE "goods_import_picture" (
    "import_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "goods_import_picture_pkey" PRIMARY KEY ("import_id","product_id","position")
);

-- CreateTable
CREATE TABLE "goods_picture" (
    "key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "goods_picture_pkey" PRIMARY KEY ("key","width","format")
);

-- CreateIndex
CREATE INDEX "goods_import_shop_id_created_at_id_idx" ON "goods_import"("shop_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "goods_import_status_idx" ON "goods_import"("status");

-- CreateIndex
CREATE INDEX "goods_import_row_import_id_goods_idx" ON "goods_import_row"("import_id", "goods");

-- CreateIndex
CREATE INDEX "goods_import_item_import_id_goods_idx" ON "goods_import_item"("import_id", "goods");

-- CreateIndex
CREATE INDEX "goods_import_problem_import_id_level_line_idx" ON "goods_import_problem"("import_id", "level", "line");

-- CreateIndex
CREATE INDEX "goods_import_problem_import_id_n_idx" ON "goods_import_problem"("import_id", "n");

-- CreateIndex
CREATE INDEX "goods_import_picture_import_id_state_idx" ON "goods_import_picture"("import_id", "state");

alter table goods_import
  add constraint goods_import_format check (format in ('own', 'shopify', 'woocommerce', 'yml')),
  add constraint goods_import_status check (status in ('mapping', 'reading', 'running', 'pictures', 'done', 'failed'));

create index goods_import_item_waiting on goods_import_item (import_id, n) where outcome is null;

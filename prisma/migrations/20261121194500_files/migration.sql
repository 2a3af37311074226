-- CreateTable
CREATE TABLE "file" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "place" TEXT,
    "source" TEXT,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "blur" TEXT,
    "widths" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "awaited_by" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attached_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "file_owner_source_idx" ON "file"("owner", "source");

-- CreateIndex
CREATE INDEX "file_place_idx" ON "file"("place");

-- CreateIndex
CREATE INDEX "file_attached_at_created_at_idx" ON "file"("attached_at", "created_at");

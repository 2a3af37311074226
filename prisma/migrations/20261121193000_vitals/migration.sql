-- CreateTable
CREATE TABLE "vital" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "bucket" SMALLINT NOT NULL,
    "times" INTEGER NOT NULL,

    CONSTRAINT "vital_pkey" PRIMARY KEY ("day","name","page","device","locale","bucket")
);

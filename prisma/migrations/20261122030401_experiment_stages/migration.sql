-- What ran before a change: those who came in then keep their variant.
ALTER TABLE "experiment" ADD COLUMN "before" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "experiment_exposure" ADD COLUMN "stage" SMALLINT NOT NULL DEFAULT 0;

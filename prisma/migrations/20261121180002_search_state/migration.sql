-- CreateTable
CREATE TABLE "search_state" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "rebuilt_at" TIMESTAMPTZ(3),

    CONSTRAINT "search_state_pkey" PRIMARY KEY ("id")
);

-- An empty market has no old documents.
insert into search_state (id, version) select 1, case when exists (select from search_document) then 1 else 2 end
  on conflict do nothing;

update search_synonym set keys = keys || 'пиа'::text where id = 'syn_piyola' and not keys @> array['пиа'];

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "spellings" TEXT[],

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "search_synonym" (
    "id" TEXT NOT NULL,
    "terms" TEXT[],
    "keys" TEXT[],
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_synonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_rule" (
    "query" TEXT NOT NULL,
    "redirect" TEXT,
    "pins" TEXT[],
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_rule_pkey" PRIMARY KEY ("query")
);

-- CreateTable
CREATE TABLE "search_log" (
    "day" DATE NOT NULL,
    "locale" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,

    CONSTRAINT "search_log_pkey" PRIMARY KEY ("day","locale","query")
);

-- Indexes that the Prisma schema cannot express.
create index search_word_spellings on search_word using gin (spellings) with (fastupdate = off);
create index search_word_trigram on search_word using gin (word gin_trgm_ops) with (fastupdate = off);
create index search_word_prefix on search_word (word text_pattern_ops);
create index search_synonym_keys on search_synonym using gin (keys);

-- Misspelt words are looked up among the words now, not among all titles.
drop index search_document_trigram;
alter table search_rule add constraint search_rule_redirect check (redirect ~ '^/[^/\\]');

-- Words that mean the same in this market. The operator keeps the list from here on.
insert into search_synonym (id, terms, keys, updated_by) values
  ('syn_telefon', array['telefon', 'smartfon', 'телефон', 'phone', 'мобильник'], array['telefon', 'smartfon', 'phone', 'mobilnik', 'телефон', 'смартфон', 'мобильник'], 'market'),
  ('syn_gilam', array['gilam', 'palos', 'ковёр', 'carpet', 'rug'], array['gilam', 'palos', 'kovyor', 'carpet', 'rug', 'ковер'], 'market'),
  ('syn_krossovka', array['krossovka', 'кроссовки', 'trainers', 'sneakers', 'кеды'], array['krossovka', 'krossovki', 'trainers', 'sneakers', 'kedi', 'кроссовк', 'кед'], 'market'),
  ('syn_quloqchin', array['quloqchin', 'naushnik', 'наушники', 'headphones', 'earphones'], array['quloqchin', 'naushnik', 'naushniki', 'headphones', 'earphones', 'наушник'], 'market'),
  ('syn_ryukzak', array['ryukzak', 'jomadon', 'рюкзак', 'backpack', 'rucksack', 'портфель'], array['ryukzak', 'jomadon', 'backpack', 'rucksack', 'portfel', 'рюкзак', 'портфел'], 'market'),
  ('syn_piyola', array['piyola', 'пиала', 'tea bowl'], array['piyola', 'piala', 'tea bowl', 'пиал'], 'market'),
  ('syn_chiroq', array['chiroq', 'lampa', 'лампа', 'светильник', 'lamp'], array['chiroq', 'lampa', 'svetilnik', 'lamp', 'ламп', 'светильник'], 'market'),
  ('syn_turshak', array['turshak', 'курага', 'урюк', 'dried apricots'], array['turshak', 'kuraga', 'uryuk', 'dried apricots', 'кураг', 'урюк'], 'market'),
  ('syn_krujka', array['krujka', 'finjon', 'кружка', 'чашка', 'mug', 'cup'], array['krujka', 'finjon', 'chashka', 'mug', 'cup', 'кружк', 'чашк'], 'market'),
  ('syn_daftar', array['daftar', 'тетрадь', 'notebook', 'блокнот'], array['daftar', 'tetrad', 'notebook', 'bloknot', 'тетрад', 'блокнот'], 'market'),
  ('syn_kolonka', array['kolonka', 'karnay', 'колонка', 'speaker'], array['kolonka', 'karnay', 'speaker', 'колонк'], 'market'),
  ('syn_qozon', array['qozon', 'казан', 'cauldron'], array['qozon', 'kazan', 'cauldron', 'каза'], 'market'),
  ('syn_soat', array['aqlli soat', 'smart soat', 'умные часы', 'smart watch', 'smartwatch'], array['aqlli soat', 'smart soat', 'umniye chasi', 'smart watch', 'smartwatch'], 'market'),
  ('syn_suzana', array['soʻzana', 'suzani', 'сюзане'], array['sozana', 'suzani', 'syuzane', 'сюзан'], 'market'),
  ('syn_doppi', array['doʻppi', 'тюбетейка', 'skullcap'], array['doppi', 'tyubeteyka', 'skullcap', 'тюбетейк'], 'market')
on conflict do nothing;

-- A synonym is known by the stem of an English word, too: phones as phone, earphone as earphones.
update search_synonym s set keys = s.keys || array(
  select distinct stem from (select (ts_lexize('english_stem', key))[1] as stem from unnest(s.keys) key where key ~ '^[a-z]+$') stems
   where stem is not null and not s.keys @> array[stem]);

-- Whose it is: said in as many ways as there are endings.
insert into search_synonym (id, terms, keys, updated_by) values
  ('syn_bolalar', array['bolalar', 'детский', 'детей', 'kids', 'children'], array['bolalar', 'detskiy', 'detey', 'kids', 'children', 'детск', 'дет', 'kid'], 'market'),
  ('syn_ayollar', array['ayollar', 'женский', 'женщин', 'women', 'ladies'], array['ayollar', 'jenskiy', 'jenshin', 'women', 'ladies', 'женск', 'женщин', 'ladi'], 'market'),
  ('syn_erkaklar', array['erkaklar', 'мужской', 'мужчин', 'men'], array['erkaklar', 'mujskoy', 'mujchin', 'men', 'мужск', 'мужчин'], 'market'),
  ('syn_idish', array['idish', 'посуда', 'tableware', 'dishes'], array['idish', 'posuda', 'tableware', 'dishes', 'посуд', 'tablewar', 'dish'], 'market')
on conflict do nothing;

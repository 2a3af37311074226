-- A value of a facet is borne by goods of the whole market, in a category by few of them: each in a list of its own.
CREATE FUNCTION facets_within(category text, facets text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS 'select array(select category || '' '' || facet from unnest(facets) facet)';

CREATE INDEX "product_facets_within" ON "product" USING gin (facets_within(category_id, facets))
  WITH (fastupdate = off) WHERE status = 'active';

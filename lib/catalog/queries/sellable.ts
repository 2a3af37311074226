/**
 * What can be sold of a variant now. A bundle has what its scarcest part allows; its own stock row does not count. For
 * anything else nothing but its row is read.
 */
export const sellable = (variant = 'v', stock = 's'): string =>
  `case when ${variant}.bundle then coalesce((
     select min(greatest(0, coalesce(ps.on_hand - ps.reserved, 0)) / bp.quantity)
       from bundle_part bp left join stock_item ps on ps.variant_id = bp.part_id where bp.bundle_id = ${variant}.id), 0)
   else greatest(0, coalesce(${stock}.on_hand - ${stock}.reserved, 0)) end`

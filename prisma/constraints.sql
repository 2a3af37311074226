-- What the Prisma schema cannot express about orders, money and the log. Appended to the first migration.

-- The log is append-only, for everyone: a rebuild reads it, nothing rewrites it.
create function event_is_append_only() returns trigger language plpgsql as $f$
begin
  raise exception 'the event log is append-only' using errcode = '42501';
end $f$;
create trigger event_append_only before update or delete or truncate on event
  for each statement execute function event_is_append_only();

alter table reservation
  add constraint reservation_quantity check (quantity > 0),
  add constraint reservation_state check (state in ('held', 'consumed', 'released'));
-- The sweep of expired holds walks only what is held.
create index reservation_expiry on reservation (expires_at) where state = 'held';

alter table cart add constraint cart_status check (status in ('open', 'ordered', 'merged'));
alter table cart_item add constraint cart_item_quantity check (quantity > 0);
-- A signed-in buyer has one open cart, whatever two tabs do at once.
create unique index cart_open_of_user on cart (user_id) where status = 'open' and user_id is not null;

alter table order_view
  add constraint order_status check (status in ('placed', 'paid', 'cancelled', 'completed')),
  add constraint order_adds_up check (total = items_total - discount_total + delivery_total and total >= 0),
  add constraint order_refunds check (refunded_total >= 0 and refunded_total <= paid_total);
alter table parcel_view
  add constraint parcel_adds_up check (total = items_total - discount + delivery and total >= 0);
alter table parcel_line_view
  add constraint parcel_line_quantity check (quantity > 0),
  add constraint parcel_line_price check (price >= 0 and discount >= 0);

alter table payment_view
  add constraint payment_amount check (amount > 0),
  add constraint payment_captured check (captured >= 0 and captured <= amount),
  add constraint payment_refunded check (refunded >= 0 and refunded <= captured);
-- One capture satisfies the order; more money is recorded as captured_excess and goes back.
create unique index payment_one_capture on payment_view (order_id) where status = 'captured';

alter table payme_transaction add constraint payme_state check (state in (1, 2, -1, -2));
-- One living transaction an order: the second one is told that it is busy.
create unique index payme_one_living on payme_transaction (order_id) where state in (1, 2);

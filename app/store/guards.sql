-- What the server holds people to in tables and settings that came later than its roles. It is run
-- again whenever a database is brought up to date, so everything in it takes the place of itself.

-- A supervisor keeps the saved reports, the languages of slips, how the programme is read and the
-- threshold of public figures, an administrator all settings.
drop policy if exists keep_setting on setting;
create policy keep_setting on setting
    using (
        kotoportti_is('administrator')
        or kotoportti_is('supervisor')
            and (name like 'report:%' or name in ('phrases.on', 'responsible.decided', 'statistics.threshold'))
    );

-- A slip is handed over in one's own name; who handed it over, when and where stays. It is voided
-- as a visit is changed. What stood on it can be forgotten, not changed.
create or replace function kotoportti_guard_slip() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        perform public.kotoportti_demand(new.issued_by = public.kotoportti_me());
    else
        perform public.kotoportti_demand(
            new.void_reason is not distinct from old.void_reason
            or public.kotoportti_may_change(old.issued_by, old.issued_at)
        );
        perform public.kotoportti_demand(
            new.choices is null or new.choices::text is not distinct from old.choices::text
        );
    end if;
    return new;
end
$$;

drop trigger if exists kotoportti_guard on slip;
create trigger kotoportti_guard before insert or update on slip
    for each row execute function kotoportti_guard_slip();

-- What came of a referral is entered in one's own name; its target can be forgotten, not changed.
create or replace function kotoportti_guard_referral() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.kotoportti_demand(
        (new.target is null or new.target is not distinct from old.target)
        and (
            new.entered_by = public.kotoportti_me()
            or (new.state, new.why, new.entered_by, new.entered_at)
                is not distinct from (old.state, old.why, old.entered_by, old.entered_at)
        )
    );
    return new;
end
$$;

drop trigger if exists kotoportti_guard on referral;
create trigger kotoportti_guard before update on referral
    for each row execute function kotoportti_guard_referral();

-- Who is under a non-disclosure order is not there for anybody but named people, nor is anything
-- that belongs to such a person; 20261124 is a day as the tables have it.
create or replace function kotoportti_may_know() returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return public.kotoportti_owner() or exists (
        select from public.protected_reader where staff_id = public.kotoportti_me()
    );

create or replace function kotoportti_today() returns integer
    language sql stable set search_path = pg_catalog, pg_temp
    return to_char(now() at time zone 'Europe/Helsinki', 'YYYYMMDD')::integer;

alter table client enable row level security;
drop policy if exists known on client;
create policy known on client
    using (
        hidden_until is null
        or hidden_until < (select kotoportti_today())
        or (select kotoportti_may_know())
    );

alter table client_key enable row level security;
drop policy if exists known on client_key;
create policy known on client_key
    using (
        hidden_until is null
        or hidden_until < (select kotoportti_today())
        or (select kotoportti_may_know())
    );

-- A client who was recorded by mistake is deleted by who recorded it, on that day, if nothing came
-- of it yet.
create or replace function kotoportti_guard_taking_back() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.kotoportti_demand(
        old.recorded_by = public.kotoportti_me()
        and old.revision = 0
        and public.kotoportti_may_change(old.recorded_by, old.recorded_at)
    );
    return old;
end
$$;

drop trigger if exists kotoportti_guard_delete on client;
create trigger kotoportti_guard_delete before delete on client
    for each row execute function kotoportti_guard_taking_back();

do $$
declare
    name text;
begin
    foreach name in array array[
        'client_name', 'client_group', 'client_sensitive', 'client_identity',
        'assessment', 'plan', 'orientation', 'training',
        'review', 'extension', 'leave', 'agreed', 'notice', 'open_plan',
        'client_link', 'client_consent'
    ]
    loop
        execute format('alter table %I enable row level security', name);
        execute format('drop policy if exists known on %I', name);
        execute format(
            'create policy known on %1$I
                using (exists (select from client where client.id = %1$I.client_id))', name);
    end loop;
end
$$;

alter table client_relative enable row level security;
drop policy if exists known on client_relative;
create policy known on client_relative
    using (
        exists (select from client where client.id = client_relative.client_id)
        and (other is null or exists (select from client where client.id = other))
    );

-- Two persons, and two records of one, are there for whoever may know of both.
do $$
declare
    pair text[];
begin
    foreach pair slice 1 in array array[['different_person', 'a', 'b'], ['client_merge', 'kept', 'gone']]
    loop
        execute format('alter table %I enable row level security', pair[1]);
        execute format('drop policy if exists known on %I', pair[1]);
        execute format(
            'create policy known on %1$I using (
                exists (select from client where client.id = %1$I.%2$I)
                and exists (select from client where client.id = %1$I.%3$I)
            )', pair[1], pair[2], pair[3]);
    end loop;
end
$$;

-- A supervisor alone merges records and takes them apart.
create or replace function kotoportti_guard_merge() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.kotoportti_demand(
        new.merged_into is not distinct from old.merged_into
        or public.kotoportti_is('supervisor')
    );
    return new;
end
$$;

drop trigger if exists kotoportti_guard_merge on client;
create trigger kotoportti_guard_merge before update of merged_into on client
    for each row execute function kotoportti_guard_merge();

-- A person sees whether they were named; a supervisor, who was.
alter table protected_reader enable row level security;
drop policy if exists own_naming on protected_reader;
create policy own_naming on protected_reader for select
    using (staff_id = kotoportti_me() or kotoportti_is('supervisor'));
drop policy if exists sign_naming on protected_reader;
create policy sign_naming on protected_reader for insert
    with check (given_by = kotoportti_me() and kotoportti_is('supervisor'));
drop policy if exists end_naming on protected_reader;
create policy end_naming on protected_reader for delete using (kotoportti_is('supervisor'));

-- A visit is linked with a client as it is changed; who keeps clients may undo a withdrawn consent.
create or replace function kotoportti_keeps_clients() returns boolean
    language sql stable set search_path = pg_catalog, pg_temp
    return public.kotoportti_is('adviser') or public.kotoportti_is('supervisor');

create or replace function kotoportti_guard_link() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    link public.client_link%rowtype;
begin
    if tg_op = 'INSERT' then
        link := new;
    else
        link := old;
    end if;
    perform public.kotoportti_demand(
        public.kotoportti_keeps_clients()
        or (tg_op = 'DELETE' or link.linked_by = public.kotoportti_me())
            and not exists (
                select from public.visit where id = link.visit_id
                    and not public.kotoportti_may_change(recorded_by, recorded_at)
                union all
                select from public.slip where id = link.slip_id
                    and not public.kotoportti_may_change(issued_by, issued_at)
            )
    );
    return link;
end
$$;

drop trigger if exists kotoportti_guard on client_link;
create trigger kotoportti_guard before insert or delete on client_link
    for each row execute function kotoportti_guard_link();

-- A consent is recorded in one's own name, and deleted if that was a mistake of the same day.
create or replace function kotoportti_guard_consent() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        perform public.kotoportti_demand(new.recorded_by = public.kotoportti_me());
        return new;
    end if;
    perform public.kotoportti_demand(
        public.kotoportti_may_change(old.recorded_by, old.recorded_at));
    return old;
end
$$;

drop trigger if exists kotoportti_guard on client_consent;
create trigger kotoportti_guard before insert or delete on client_consent
    for each row execute function kotoportti_guard_consent();

-- That a visit's municipality is out of sight is known to all who could amend it; which client is
-- the reason is not. Only named people put it out of sight, and back while an order holds.
create or replace function kotoportti_under_order(visit uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return exists (
        select from public.client_link join public.client on client.id = client_link.client_id
        where client_link.visit_id = visit and client.hidden_until >= public.kotoportti_today()
    );

alter table visit_hidden enable row level security;
drop policy if exists read_hidden on visit_hidden;
create policy read_hidden on visit_hidden for select using (true);
drop policy if exists hide on visit_hidden;
create policy hide on visit_hidden for insert with check (kotoportti_may_know());
drop policy if exists show on visit_hidden;
create policy show on visit_hidden for delete
    using (kotoportti_may_know() or not kotoportti_under_order(visit_id));

drop policy if exists hide_amendment on amendment;
create policy hide_amendment on amendment for update using (kotoportti_may_know());

-- As in roles.sql; moreover who keeps clients puts a municipality out of sight and back, whoever
-- recorded the visit.
create or replace function kotoportti_guard_visit() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    moved constant text[] := array['municipality', 'revision', 'changed_at'];
begin
    if tg_op = 'INSERT' then
        if not public.kotoportti_is('supervisor') then
            perform public.kotoportti_demand(new.recorded_by = public.kotoportti_me());
        end if;
    else
        perform public.kotoportti_demand(
            (new.id, new.recorded_by, new.recorded_at, new.location, new.source)
                is not distinct from
                (old.id, old.recorded_by, old.recorded_at, old.location, old.source)
            and (
                public.kotoportti_may_change(old.recorded_by, old.recorded_at)
                or public.kotoportti_keeps_clients()
                    and exists (select from public.visit_hidden where visit_id = old.id)
                    and to_jsonb(new) - moved = to_jsonb(old) - moved
            )
        );
    end if;
    return new;
end
$$;

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
-- as a visit is changed.
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

do $$
declare
    name text;
begin
    foreach name in array array[
        'client_name', 'client_group', 'client_sensitive', 'client_identity',
        'assessment', 'plan', 'orientation', 'training',
        'review', 'extension', 'leave', 'agreed', 'notice', 'open_plan'
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

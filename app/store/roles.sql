-- What the server itself holds people to, beside the grants of roles.py.
--
-- A person "oskar" of the database "portti" is the role "oskar@portti"; the group of its clerks is
-- "kotoportti:clerk@portti". Roles belong to the whole server, so the name of the database keeps
-- two databases apart. No user name has a colon or an at sign in it.

create function kotoportti_group(called text) returns text
    language sql stable set search_path = pg_catalog, pg_temp
    return 'kotoportti:' || called || '@' || current_database();

create function kotoportti_role(login text) returns text
    language sql stable set search_path = pg_catalog, pg_temp
    return login || '@' || current_database();

create function kotoportti_owner() returns boolean
    language sql stable set search_path = pg_catalog, pg_temp
    return exists (
        select from pg_roles where rolname = session_user and rolsuper
        union all
        select from pg_database
        where datname = current_database() and pg_get_userbyid(datdba) = session_user
    );

-- Whether the person signed in is of a group; who owns the database is of all.
create function kotoportti_is(called text) returns boolean
    language sql stable set search_path = pg_catalog, pg_temp
    return pg_has_role(session_user, 'kotoportti:' || called || '@' || current_database(), 'member')
        or public.kotoportti_owner();

create function kotoportti_me() returns uuid
    language sql stable set search_path = pg_catalog, pg_temp
    return (
        select id from public.staff
        where active and public.kotoportti_role(login) = session_user
    );

create function kotoportti_demand(allowed boolean) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if allowed is not true then
        raise insufficient_privilege using message = 'not allowed';
    end if;
end
$$;

-- The password comes as a SCRAM verifier, so that no log of the server ever holds it.
create function kotoportti_put_person(login text, verifier text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    role text := public.kotoportti_role(login);
begin
    perform public.kotoportti_demand(
        public.kotoportti_is('administrator') or role = session_user
    );
    perform public.kotoportti_demand(
        login ~ '^[a-z0-9][a-z0-9._-]*$' and verifier like 'SCRAM-SHA-256$%'
    );
    if not exists (select from pg_roles where rolname = role) then
        execute format('create role %I', role);
    end if;
    execute format('alter role %I login password %L', role, verifier);
end
$$;

create function kotoportti_grant_person(login text, roles text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    called text;
begin
    perform public.kotoportti_demand(public.kotoportti_is('administrator'));
    execute format('grant %I to %I',
        public.kotoportti_group('person'), public.kotoportti_role(login));
    foreach called in array array['clerk', 'adviser', 'supervisor', 'administrator', 'auditor']
    loop
        execute format(
            case when called = any (roles) then 'grant %I to %I' else 'revoke %I from %I' end,
            public.kotoportti_group(called), public.kotoportti_role(login));
    end loop;
end
$$;

create function kotoportti_remove_person(login text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    called text;
begin
    perform public.kotoportti_demand(public.kotoportti_is('administrator'));
    foreach called in
        array array['person', 'clerk', 'adviser', 'supervisor', 'administrator', 'auditor']
    loop
        execute format('revoke %I from %I',
            public.kotoportti_group(called), public.kotoportti_role(login));
    end loop;
    execute format('alter role %I nologin', public.kotoportti_role(login));
end
$$;

-- A visit is recorded in one's own name and changed on the day it was recorded; supervisors may
-- record for others and change any. Who recorded it, and when, stays.
create function kotoportti_may_change(visit_by uuid, visit_at timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, pg_temp
    return public.kotoportti_is('supervisor') or (
        visit_by = public.kotoportti_me()
        and (visit_at at time zone 'Europe/Helsinki')::date
            = (now() at time zone 'Europe/Helsinki')::date
    );

create function kotoportti_guard_visit() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
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
            and public.kotoportti_may_change(old.recorded_by, old.recorded_at)
        );
    end if;
    return new;
end
$$;

create trigger kotoportti_guard before insert or update on visit
    for each row execute function kotoportti_guard_visit();

create function kotoportti_guard_choice() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    chosen public.visit_topic.visit_id%type;
begin
    if tg_op = 'INSERT' then
        chosen := new.visit_id;
    else
        chosen := old.visit_id;
    end if;
    if not public.kotoportti_is('supervisor') then
        perform public.kotoportti_demand(public.kotoportti_may_change(recorded_by, recorded_at))
            from public.visit where id = chosen;
    end if;
    if tg_op = 'INSERT' then
        return new;
    end if;
    return old;
end
$$;

create trigger kotoportti_guard before insert or delete on visit_topic
    for each row execute function kotoportti_guard_choice();
create trigger kotoportti_guard before insert or delete on visit_outcome
    for each row execute function kotoportti_guard_choice();

alter table draft enable row level security;
create policy own_draft on draft
    using (staff_id = kotoportti_me()) with check (staff_id = kotoportti_me());

alter table setting enable row level security;
create policy read_setting on setting for select using (true);

alter table log enable row level security;
create policy read_log on log for select using (true);
create policy sign_log on log for insert with check (staff_id = kotoportti_me());

alter table amendment enable row level security;
create policy read_amendment on amendment for select using (true);
create policy sign_amendment on amendment for insert with check ("by" = kotoportti_me());

revoke all on function
    kotoportti_put_person, kotoportti_grant_person, kotoportti_remove_person from public;

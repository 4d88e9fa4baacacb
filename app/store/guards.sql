-- What the server holds people to in tables and settings that came later than its roles. It is run
-- again whenever a database is brought up to date, so everything in it takes the place of itself.

-- A supervisor keeps the saved reports, the languages of slips and how the programme is read, an
-- administrator all settings.
drop policy if exists keep_setting on setting;
create policy keep_setting on setting
    using (
        kotoportti_is('administrator')
        or kotoportti_is('supervisor')
            and (name like 'report:%' or name in ('phrases.on', 'responsible.decided'))
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

-- Which settings a supervisor keeps; an administrator keeps all. Run again when some were added.
drop policy if exists keep_setting on setting;
create policy keep_setting on setting
    using (
        kotoportti_is('administrator')
        or kotoportti_is('supervisor')
            and (name like 'report:%' or name in ('phrases.on', 'statistics.threshold'))
    );

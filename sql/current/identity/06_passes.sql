-- What ends every pass at once: whatever takes a sign-in back, or says another day or another reach of a role.

create or replace trigger _800_sign_in_begins_anew after update or delete on auth.token
    for each statement execute function auth.tg__sign_in_begins_anew();
create or replace trigger _800_sign_in_begins_anew after update or delete on auth.appointment
    for each statement execute function auth.tg__sign_in_begins_anew();
create or replace trigger _800_sign_in_begins_anew after update on auth.person
    for each statement execute function auth.tg__sign_in_begins_anew();
create or replace trigger _800_sign_in_begins_anew after update on auth.organisation
    for each statement execute function auth.tg__sign_in_begins_anew();
create or replace trigger _800_sign_in_begins_anew after insert or update or delete on auth.demo_clock
    for each statement execute function auth.tg__sign_in_begins_anew();
create or replace trigger _800_sign_in_begins_anew after insert or update or delete on auth.role_reach
    for each statement execute function auth.tg__sign_in_begins_anew();

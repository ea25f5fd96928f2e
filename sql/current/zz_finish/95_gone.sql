-- What a version before had and no policy asks any more.

drop function if exists auth.communities();
drop function if exists auth.standing_projects();
drop function if exists auth.projects();
drop function if exists auth.related_projects(boolean);

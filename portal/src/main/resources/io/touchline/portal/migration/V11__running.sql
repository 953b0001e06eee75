-- What each outlet's hour and day that run come to so far. Derived from the topic; judges nothing.
create table running_mean (
  key    text primary key,
  mn     text not null,
  record json not null
);

create index running_mean_of on running_mean (mn);

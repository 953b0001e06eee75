-- What was due, came and is valid: one factor of one outlet on one day in China.
create table rate_day (
  mn                    text not null,
  day                   date not null,
  factor                text not null,
  revision              int  not null,
  due                   int  not null,
  received              int  not null,
  due_valid             int  not null,
  valid                 int  not null,
  received_in_time      int  not null,
  due_valid_in_time     int  not null,
  valid_in_time         int  not null,
  hours                 text not null,
  primary key (mn, day, factor)
);

create index rate_day_by_day on rate_day (day);

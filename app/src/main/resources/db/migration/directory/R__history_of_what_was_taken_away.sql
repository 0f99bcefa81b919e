-- What was taken off a card is found by the card it hung on. Few rows: only those that are no more.
create index if not exists revision_taken_from_organisation on platform.revision (network, (before ->> 'organisation')) where after is null;
create index if not exists revision_taken_from_person on platform.revision (network, (before ->> 'person')) where after is null;

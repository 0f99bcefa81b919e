alter table networkcheck.answer drop constraint answer_rule_check;
alter table networkcheck.answer add constraint answer_rule_check check (rule in (
    'FISSION', 'KEY_PERSON', 'LEADERSHIP_ONLY', 'FLUCTUATION', 'FUNDING', 'NEUTRALITY', 'ONE_SIDEDNESS', 'SILENT_PARTNER', 'MISSING_ROLE',
    'RESPONSIBILITY'));

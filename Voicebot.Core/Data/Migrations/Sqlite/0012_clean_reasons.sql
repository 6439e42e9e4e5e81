-- Reasons were kept in the vendor's own words, with whatever was in them (keys, numbers, signs that steer a screen). Our sentence
-- before the first bracket says what happened; the words in it go. Newer ones are cleaned before they are kept.
PRAGMA secure_delete = ON;

UPDATE conversations SET details_error = rtrim(substr(details_error, 1, instr(details_error, '(') - 1)) || '.'
WHERE instr(details_error, '(') > 0;

UPDATE sync_runs SET error_message = rtrim(substr(error_message, 1, instr(error_message, '(') - 1)) || '.'
WHERE error_code LIKE 'elevenlabs%' AND instr(error_message, '(') > 0;

-- "… tries them again. conv_1: reason conv_2: reason"
UPDATE sync_runs SET error_message = substr(error_message, 1, instr(error_message, ' again. ') + 6)
WHERE error_code = 'details_failed' AND instr(error_message, ' again. ') > 0;

-- Runs of the original program, which had no codes.
UPDATE sync_runs SET error_message = 'The run of the original program ended with an error.'
WHERE error_code IS NULL AND error_message IS NOT NULL AND error_message <> 'The run of the original program did not end.';

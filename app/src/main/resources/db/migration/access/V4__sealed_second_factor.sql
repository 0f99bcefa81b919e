-- The secret behind the codes is sealed with the installation's key: 4 bytes name the key, 12 are the nonce, then
-- the ciphertext with its tag. Secrets of before, 20 bytes long, are sealed at the next start.
alter table access.totp drop constraint totp_secret_check;
alter table access.totp add check (length(secret) in (20, 52));

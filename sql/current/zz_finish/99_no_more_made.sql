-- What is made is made: owner and guard keep what they own, and make nothing further.
revoke create on schema app, auth, policy, jobs, ledger, pub from yanshou_owner, yanshou_guard;

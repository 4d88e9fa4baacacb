"""Open Referral HSDS 3.0 as JSON: services of the directory out and in; values only, no store."""

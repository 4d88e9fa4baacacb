"""What was done with the client in hand: visits, referrals, consents, and the family."""

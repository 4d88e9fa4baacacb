"""Non-disclosure orders, for the people who may know of them."""

"""Looking a client up while one types."""

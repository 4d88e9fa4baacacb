"""Who is responsible: a small panel that asks little and names the authority."""

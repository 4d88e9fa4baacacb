"""The settings that differ from site to site."""

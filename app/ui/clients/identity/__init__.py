"""The identity code of the client in hand, apart from all else."""

"""The parts that every tab is built of; one file each."""

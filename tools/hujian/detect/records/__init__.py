"""Stretches of the stream as the records that leave the room."""

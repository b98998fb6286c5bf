"""Proof that a built site is complete: nothing lost, no address dead, no link broken."""

from hujian.verify.proof import Proof, prove

__all__ = ["Proof", "prove"]

"""Keeps documents that nobody knows from hurting a run: each is read by a process that can be killed."""

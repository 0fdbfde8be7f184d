"""Seeded faults: would any step of the suite notice?"""

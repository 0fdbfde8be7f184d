"""A language model as a second pair of eyes: what it is asked, the gates on each answer, what an accepted one becomes.

Nothing here is imported by a run without a model but the rules' manuals.
"""

"""The order of work, as a LlamaIndex workflow, and nothing else."""

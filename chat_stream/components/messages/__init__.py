"""The messages of a chat, one below the other. A delta for one renders nothing else."""

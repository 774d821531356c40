"""The proof: every viewer sees the same text, in order, complete, and it is the text that the model sent.

A seed makes a plan: what is asked, who watches, and which faults strike when. A run carries it out against
the real worker (in this process) or the real server (a process of its own), notes what every viewer was
shown at each step, and says which promises were broken. `docs/guarantees.md` has the promises and figures.
"""

"""The questions and answers in the screenshots."""

SORTING = """\
Most of the time, the **library's own sort** is right[^1]. It is worth knowing what it promises:

| algorithm | average | worst | stable |
| --- | ---: | ---: | :---: |
| Timsort | n log n | n log n | yes |
| Quicksort | n log n | n² | no |
| Counting sort | n + k | n + k | yes |

No comparison sort does better than

$$
\\log_2 n! = \\Theta(n \\log n)
$$

because there are $$n!$$ orders to tell apart. Merging two sorted lists is all that the first one does:

```python
def merge(left: list[int], right: list[int]) -> list[int]:
    merged = []
    while left and right:
        merged.append((left if left[0] <= right[0] else right).pop(0))
    return merged + left + right
```

- [x] measure with the data you have
- [ ] only then write your own

[^1]: It is tested by millions of people every day.
"""
DIAGRAM = """\
A token is committed before anybody sees it:

```mermaid
flowchart LR
  provider --> journal --> hub --> copy[live copy] --> page
  journal -. what the hub lost .-> copy
```

So what you have seen survives the death of any process.
"""
TRIP = "Take the night train to **Vienna**, then the early one to Ljubljana. At ten the market is still open."
ALTERNATIVE = "Fly to **Trieste** and take the bus: it saves half a day, and from the left one sees the sea."
THIRD = "Go by car through the **Tauern tunnel**. You can stop where you like, and Lake Bled lies on the way."
GERMAN = """\
Gern. Drei Dinge, die sich in *jeder* Küche lohnen:

1. **Ein schweres Messer**, das Sie selbst schärfen können.
2. **Eine Waage**, denn Tassen sind verschieden groß.
3. **Zeit**: Zwiebeln brauchen zwanzig Minuten, nicht fünf.
"""
ARABIC = """\
الجسر القوسي يحمل نفسه:

- الحجر الأوسط **يُوضع أخيراً**،
- ثم يُزال السقالة.

```python
print("from left to right")
```
"""
LINKS = """\
Begin with [the museum's own pages](https://bridges.example/old/stone-arches?from=answer#keystone). A picture says more:

![The bridge at noon](https://pictures.example/bridge-at-noon.jpg)
"""
HOSTILE = """\
As innocent as can be.

<script>alert("I run")</script>
<div style="position:fixed;inset:0;background:red">I cover the page</div>

<form action="https://evil.example"><input name="Password"><button>Sign in</button></form>

[Click here](javascript:alert(1)), or look: ![tracker](https://evil.example/you-were-here.png)
"""

FORMULAS = r"""
A stone that falls for \(t = 1\,\text{s}\) goes

\[
s = \frac{1}{2} g t^2 = \frac{9.81}{2}\,\text{m} \approx 4.9\,\text{m}
\]

If it costs $5 today and $10 tomorrow, the price doubles; the distance only grows with $t^2$:

| time | distance |
| --- | --- |
| \(1\,\text{s}\) | \(4.9\,\text{m}\) |
| \(2\,\text{s}\) | \(4 \cdot 4.9\,\text{m} = 19.6\,\text{m}\) |

\begin{align}
v(t) &= g t \\
s(t) &= \int_0^t v(\tau)\,d\tau
\end{align}

The stone is mostly quartz, $\ce{SiO2}$.
"""

TAGS = """
| system | copy<br>and paste |
| --- | --- |
| Linux | <kbd>Ctrl</kbd>+<kbd>C</kbd>, <kbd>Ctrl</kbd>+<kbd>V</kbd> |
| macOS | <kbd>⌘</kbd>+<kbd>C</kbd>, <kbd>⌘</kbd>+<kbd>V</kbd> |

Water is H<sub>2</sub>O, and a square is x<sup>2</sup>. A `List<String>` stays one, and so does List<String>.

<details><summary>In a terminal</summary>

There it is **different**: <kbd>Ctrl</kbd>+<kbd>Shift</kbd>+<kbd>C</kbd>.

</details>

Roses are red,
violets are blue.
"""

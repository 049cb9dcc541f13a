"""Answers the questions of questions.mjs with the functions of a file of definitions.

A definition is a function with the activation's name. It takes the input, or the inputs of a
gated unit, and then the parameters by name; that of a parameter whose name is a word of Python
ends with an underscore. In place of a function, a text says why there is no definition.
"""

import json
import keyword
import math
import sys


def answer(names, *imported):
    """Prints what the definitions among `names`, the globals of a file, say of the questions.

    `imported` are functions of other files that are activations, too.
    """
    questions = {question["name"]: question for question in json.load(sys.stdin)}
    definitions = dict(_definitions(names)) | {one.__name__: one for one in imported}
    unknown = sorted(definitions.keys() - questions.keys())
    if unknown:
        sys.exit(f"defined here but not in the catalog: {', '.join(unknown)}")
    answers = {
        name: definition if isinstance(definition, str) else _values(definition, questions[name])
        for name, definition in definitions.items()
    }
    json.dump(answers, sys.stdout)


def _definitions(names):
    for name, value in names.items():
        if name.startswith("_"):
            continue
        if isinstance(value, str) or getattr(value, "__module__", None) == "__main__":
            yield name, value


def _values(definition, question):
    return [
        [_value(definition, point, setting, question["name"]) for point in question["points"]]
        for setting in question["settings"]
    ]


def _value(definition, point, setting, name):
    params = {f"{key}_" if keyword.iskeyword(key) else key: one for key, one in setting.items()}
    value = float(definition(*point, **params))
    if not math.isfinite(value):
        sys.exit(f"{name} is {value} at {point} with {setting}")
    return value

#!/usr/bin/env bash
# torch 1.13.1 (Debian 12): softshrink and sign turn NaN into 0; the other activations keep it
#
# softshrink(NaN) is 0, and so is sign(NaN), with which symlog, symmetric powers and L1 terms are written. Hardshrink,
# threshold, relu and all other activations give NaN. NumPy's sign gives NaN too.
#
# One would guess that NaN stays NaN in all activations, since it does in softshrink's own formula and in its
# neighbors. A network that diverges is seen as diverged with hardshrink or relu; with softshrink it goes on with
# finite outputs and a finite loss, and its NaN weights are found at the end or never: in a comparison it looks more
# stable than the others.
#
# Output seen:
#   python3-torch 1.13.1+dfsg-4
#   value at NaN
#   relu        nan
#   hardshrink  nan
#   threshold   nan
#   tanhshrink  nan
#   softshrink  0.0
#   sign        0.0
#   loss of a linear layer of NaN, then relu: nan
#   loss of a linear layer of NaN, then softshrink: 1.0
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
/usr/bin/python3 -c 'import torch' 2>/dev/null || { echo "needs Debian's package python3-torch"; exit 2; }
cat >probe.py <<'PROBE'
import torch
import torch.nn.functional as F

NAN = torch.full((16,), float("nan"))
print("value at NaN")
for name, function in {
    "relu": F.relu,
    "hardshrink": F.hardshrink,
    "threshold": lambda x: F.threshold(x, 0.0, 0.0),
    "tanhshrink": F.tanhshrink,
    "softshrink": F.softshrink,
    "sign": torch.sign,
}.items():
    print(f"{name:<11} {function(NAN)[0].item()}")
for name in ("relu", "softshrink"):
    layer = torch.nn.Linear(4, 4)
    layer.weight.data.fill_(float("nan"))
    outputs = getattr(F, name)(layer(torch.ones(8, 4)))
    print(f"loss of a linear layer of NaN, then {name}: {F.mse_loss(outputs, torch.ones(8, 4)).item()}")
PROBE
seen=$(dpkg-query --show --showformat '${Package} ${Version}\n' python3-torch; /usr/bin/python3 probe.py)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi

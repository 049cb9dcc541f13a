#!/usr/bin/env bash
# torch 1.13.1 (Debian 12): after a sigmoid, a confident false positive has no gradient, but a false negative does
#
# With binary_cross_entropy(sigmoid(z), y) in float32, the two ways to be wrong are not treated alike. At z =
# -17 with target 1 the gradient is -1, as it should be. At z = 17 with target 0 the sigmoid rounds to exactly
# 1, the loss is the cap of 100, and the gradient is exactly 0. On the other side the gradient fades from -1 to
# -0.000004 between -25 and -40, since a small constant in the backward pass takes over.
#
# One would guess that both sides fail alike, and that a loss at its cap of 100 has a large gradient. A network
# for two classes that starts with large outputs can repair one class and not the other; bounded activations
# rarely get there, unbounded ones do.
#
# Output seen:
#   python3-torch 1.13.1+dfsg-4
#   target 1, z = -15: loss 15.00, gradient -1.0000
#   target 0, z =  15: loss 14.84, gradient  1.0000
#   target 1, z = -17: loss 17.00, gradient -1.0000
#   target 0, z =  17: loss 100.00, gradient  0.0000
#   target 1, z = -40: loss 40.00, gradient -0.000004
#   with logits, target 0, z = 17: loss 17.00, gradient  1.0000
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
/usr/bin/python3 -c 'import torch' 2>/dev/null || { echo "needs Debian's package python3-torch"; exit 2; }
cat >probe.py <<'PROBE'
import torch
from torch.nn import functional

def slope(loss, z, target):
    z = torch.tensor([z], requires_grad=True)
    value = loss(z, torch.tensor([target]))
    value.backward()
    return value.item(), z.grad.item()

def after_sigmoid(z, target):
    return functional.binary_cross_entropy(torch.sigmoid(z), target)

for target, z in ((1.0, -15.0), (0.0, 15.0), (1.0, -17.0), (0.0, 17.0)):
    loss, gradient = slope(after_sigmoid, z, target)
    print(f"target {target:.0f}, z = {z:3.0f}: loss {loss:.2f}, gradient {gradient:7.4f}")
loss, gradient = slope(after_sigmoid, -40.0, 1.0)
print(f"target 1, z = -40: loss {loss:.2f}, gradient {gradient:9.6f}")
loss, gradient = slope(functional.binary_cross_entropy_with_logits, 17.0, 0.0)
print(f"with logits, target 0, z = 17: loss {loss:.2f}, gradient {gradient:7.4f}")
PROBE
seen=$(dpkg-query --show --showformat '${Package} ${Version}\n' python3-torch; /usr/bin/python3 probe.py)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi

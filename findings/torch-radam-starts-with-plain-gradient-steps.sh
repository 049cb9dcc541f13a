#!/usr/bin/env bash
# torch 1.13.1 (Debian 12): RAdam takes its first five steps without dividing by the gradient size
#
# torch.optim.RAdam leaves the adaptive denominator out of the first five steps: they are lr times the mean
# gradient, whatever its size. From the sixth step on the rectified steps are some 30 times smaller than Adam's.
# With gradients of 1000 and a learning rate of 0.001 the weight moves by 1 five times, and then by 0.00003.
#
# One would guess a cautious start, since rectification is described as a built-in warm-up, and steps that do
# not depend on the gradient's scale, as with Adam. An activation with large outputs or slopes is thrown far
# away in five steps, one with small slopes stands still, and both are then judged at the same learning rate.
#
# Output seen:
#   python3-torch 1.13.1+dfsg-4
#   learning rate 0.001, constant gradient: size of steps 1 to 7
#   Adam, gradient 1:     0.001000 0.001000 0.001000 0.001000 0.001000 0.001000 0.001000
#   RAdam, gradient 1:    0.001000 0.001000 0.001000 0.001000 0.001000 0.000026 0.000033
#   Adam, gradient 1000:  0.001000 0.001000 0.001000 0.001000 0.001000 0.001000 0.001000
#   RAdam, gradient 1000: 1.000000 1.000000 1.000000 1.000000 1.000000 0.000026 0.000033
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
/usr/bin/python3 -c 'import torch' 2>/dev/null || { echo "needs Debian's package python3-torch"; exit 2; }
cat >probe.py <<'PROBE'
import torch

print("learning rate 0.001, constant gradient: size of steps 1 to 7")
for size in (1, 1000):
    for optimizer in (torch.optim.Adam, torch.optim.RAdam):
        weight = torch.zeros(1, dtype=torch.float64, requires_grad=True)
        steps = optimizer([weight], lr=0.001)
        moves = []
        for _ in range(7):
            before = weight.item()
            weight.grad = torch.full((1,), float(size), dtype=torch.float64)
            steps.step()
            moves.append(f"{before - weight.item():.6f}")
        name = f"{optimizer.__name__}, gradient {size}:"
        print(f"{name.ljust(21)} {' '.join(moves)}")
PROBE
seen=$(dpkg-query --show --showformat '${Package} ${Version}\n' python3-torch; /usr/bin/python3 probe.py)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi

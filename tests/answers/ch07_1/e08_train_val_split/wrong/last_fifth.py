# check: test_chooses_with_random_state_42
# hint: split_not_shuffled
import math

def split(scaled, target):
    k = len(scaled) - math.ceil(len(scaled) * 0.2)
    return scaled[:k], scaled[k:], target[:k], target[k:]

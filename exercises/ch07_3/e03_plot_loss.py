"""Draw how the loss changes from epoch to epoch.

Section 7-3, loss curves. The dictionary `history.history` holds one list per quantity, with one value per
epoch. A curve shows at a glance whether the training still helps, and beside the curve of the validation
data where overfitting begins.

Write `plot_history(history_dict, metric="loss")`. It returns a matplotlib Figure.

- In: `history_dict`, a dictionary of lists, one value per epoch, for any number of epochs from 1, with the
  key `metric` and perhaps the key `"val_" + metric`; `metric`, text: "loss", "accuracy" or another key.
- The values of `metric` are drawn as a curve over the epochs, counted from 0 or from 1. Where `"val_" +
  metric` is in the dictionary, it is drawn as a second curve. Nothing else of the dictionary is drawn.
- Both axes have a label. Where there are two curves, a legend says which one is of the training data
  (train) and which of the validation data (val).

With pyplot or without, the Figure shown, saved, closed or neither: all are right.

---

에포크마다 손실이 어떻게 변하는지 그리기.

7-3절 손실 곡선. 딕셔너리 `history.history`에는 측정값마다 리스트가 하나씩 있고, 리스트에는 에포크마다 값이
하나씩 있습니다. 곡선을 그리면 훈련이 아직 도움이 되는지, 검증 곡선을 함께 그리면 어디서부터 과대적합인지
한눈에 보입니다.

`plot_history(history_dict, metric="loss")` 함수를 작성하세요. 맷플롯립 Figure를 돌려줍니다.

- 입력: `history_dict`는 리스트의 딕셔너리입니다. 리스트에는 에포크마다 값이 하나씩 있고 에포크 수는 1 이상
  아무 수나 됩니다. `metric` 키가 있고, `"val_" + metric` 키도 있을 수 있습니다. `metric`은 문자열로 "loss",
  "accuracy" 또는 다른 키입니다.
- `metric`의 값을 에포크(0부터 또는 1부터)에 대한 곡선으로 그립니다. 딕셔너리에 `"val_" + metric`이 있으면
  두 번째 곡선으로 그립니다. 딕셔너리의 다른 값은 그리지 않습니다.
- 두 축에 이름을 붙입니다. 곡선이 두 개이면 어느 것이 훈련 데이터(train)이고 어느 것이 검증 데이터(val)인지
  범례로 알려 줍니다.

pyplot을 쓰든 안 쓰든, Figure를 화면에 보이든 저장하든 닫든 모두 맞습니다.
"""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def plot_history(history_dict: dict[str, list[float]], metric: str = "loss") -> Figure:
    """Return a figure with the curve of `metric`, and that of the validation data where there is one."""
    raise NotImplementedError

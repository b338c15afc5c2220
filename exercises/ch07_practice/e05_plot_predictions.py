"""Draw images beside the probabilities that a model gives them.

The practice page, looking at the predictions. For each sample the image and a bar chart of its ten
probabilities; colours show at a glance where the model is wrong, and how sure it was.

Write `plot_predictions(images, probabilities, targets, rows=5, cols=3)`. It returns a matplotlib Figure
with the first rows * cols samples, in `rows` rows of `cols` samples.

- In: `images`, (n, 28, 28), pixels 0 to 255 or 0 to 1; `probabilities`, floats, (n, 10); `targets`, whole
  numbers 0 to 9, (n,); `rows` and `cols`, from 1, with rows * cols at most n.
- For each sample, one Axes with its image, and one Axes with a bar for each of the ten probabilities,
  upright or lying.
- Each image has a caption (a label or title of its Axes) with the name of the predicted class, the one with
  the largest probability. The caption is blue if the prediction is right, red if it is wrong.
- The bar of the predicted class is blue if the prediction is right, red if it is wrong. The bar of the true
  class is blue. The other bars have another colour, such as gray.
- On the last bar chart the ten class names stand at the bars, in the order of the labels: T-shirt/top,
  Trouser, Pullover, Dress, Coat, Sandal, Shirt, Sneaker, Bag, Ankle boot.

With pyplot or without, the Figure shown, saved, closed or neither: all are right.

---

이미지와 모델이 예측한 확률을 나란히 그리기.

실습 페이지, 예측 결과 살펴보기. 샘플마다 이미지와 확률 열 개의 막대그래프를 그립니다. 모델이 어디서 틀렸고
얼마나 확신했는지 색으로 한눈에 보여 줍니다.

`plot_predictions(images, probabilities, targets, rows=5, cols=3)` 함수를 작성하세요. 처음 rows * cols개의
샘플을 한 행에 `cols`개씩 `rows`개의 행으로 그린 맷플롯립 Figure를 돌려줍니다.

- 입력: `images`는 (n, 28, 28), 픽셀은 0~255 또는 0~1. `probabilities`는 실수, (n, 10). `targets`는 0부터
  9까지의 정수, (n,). `rows`와 `cols`는 1 이상이고 rows * cols는 n 이하입니다.
- 샘플마다 이미지를 그린 축(Axes) 하나와, 확률 열 개를 세로 또는 가로 막대로 그린 축 하나가 있습니다.
- 이미지마다 확률이 가장 큰 클래스, 즉 예측한 클래스의 이름을 적은 설명(축의 이름이나 제목)이 있습니다.
  예측이 맞으면 파란색, 틀리면 빨간색입니다.
- 예측한 클래스의 막대는 예측이 맞으면 파란색, 틀리면 빨간색입니다. 실제 클래스의 막대는 파란색입니다.
  나머지 막대는 회색 같은 다른 색입니다.
- 마지막 막대그래프에는 막대마다 클래스 이름을 레이블 순서대로 적습니다: T-shirt/top, Trouser, Pullover,
  Dress, Coat, Sandal, Shirt, Sneaker, Bag, Ankle boot.

pyplot을 쓰든 안 쓰든, Figure를 화면에 보이든 저장하든 닫든 모두 맞습니다.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

CLASS_NAMES = [
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
]


def plot_predictions(
    images: np.ndarray, probabilities: np.ndarray, targets: np.ndarray, rows: int = 5, cols: int = 3
) -> Figure:
    """Return a figure with an image and its bar chart for each of the first rows * cols samples."""
    raise NotImplementedError

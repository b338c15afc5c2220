"""Show the first images in one row.

Section 7-1, the data. Looking at a few samples is the first thing to do with any data.

Write `show_samples(images, n=10)`. It returns a matplotlib Figure with the first `n` images side by side.

- In: `images`, uint8, shape (m, 28, 28); `n`, from 1 to m.
- Out: a Figure with one row of `n` Axes, one per image, in the order of the images. Each is drawn by `imshow`
  with the colour map `gray_r` (clothes dark on white), and its axes are off.

---

처음 몇 장의 이미지를 한 줄로 보여 주기.

7-1절 패션 MNIST. 어떤 데이터든 먼저 샘플 몇 개를 눈으로 확인합니다.

`show_samples(images, n=10)` 함수를 작성하세요. 처음 `n`장의 이미지를 나란히 그린 맷플롯립 Figure를
돌려줍니다.

- 입력: `images`, uint8, 크기 (m, 28, 28). `n`은 1부터 m까지입니다.
- 출력: 이미지마다 하나씩, 축(Axes) `n`개가 한 줄로 놓인 Figure. 이미지 순서대로 `imshow`로 그리고, 컬러맵은
  `gray_r`(흰 바탕에 어두운 옷)을 쓰며, 축은 보이지 않게 끕니다.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def show_samples(images: np.ndarray, n: int = 10) -> Figure:
    """Return a figure of the first `n` images in one row."""
    raise NotImplementedError

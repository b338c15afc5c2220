"""Scale pixels to 0..1 and flatten the images.

Section 7-1, preparing the data. A pixel is a whole number from 0 to 255, an image a square of 28 x 28 pixels.
A linear model wants small numbers, and one row of 784 of them per image.

Write `scale_and_flatten(images)`.

- In: `images`, uint8, shape (n, 28, 28), for any n, 0 and 1 too.
- Out: floats between 0 and 1, shape (n, 784): every pixel divided by 255, the rows of an image one after
  another.
- The array that comes in stays as it is.

---

픽셀을 0~1로 바꾸고 이미지를 한 줄로 펼치기.

7-1절 데이터 준비. 픽셀은 0부터 255까지의 정수이고 이미지는 28 x 28 픽셀의 정사각형입니다. 선형 모델에는 작은
수가 좋고, 이미지마다 784개의 값을 한 줄로 넘겨야 합니다.

`scale_and_flatten(images)` 함수를 작성하세요.

- 입력: `images`, uint8, 크기 (n, 28, 28). n은 0이나 1일 수도 있습니다.
- 출력: 0과 1 사이의 실수, 크기 (n, 784). 모든 픽셀을 255로 나누고 이미지의 행을 차례로 이어 붙입니다.
- 입력 배열은 바꾸지 않습니다.
"""

import numpy as np


def scale_and_flatten(images: np.ndarray) -> np.ndarray:
    """Return the pixels divided by 255, one row of 784 per image."""
    raise NotImplementedError

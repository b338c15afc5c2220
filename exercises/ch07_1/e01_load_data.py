"""Load the Fashion-MNIST data.

Section 7-1, the data. 70,000 pictures of clothes in ten classes come with Keras: 60,000 to train on, 10,000
to test with.

Write `load_data()`. It returns two pairs, `(train_input, train_target), (test_input, test_target)`:

- `train_input`: the training images, uint8, shape (60000, 28, 28), pixels from 0 to 255;
- `train_target`: their labels 0 to 9, uint8, shape (60000,);
- `test_input`, `test_target`: the same for the test part, shapes (10000, 28, 28) and (10000,).

Return them as they come: every image, in the same order, neither scaled nor flattened.

---

패션 MNIST 데이터 불러오기.

7-1절 패션 MNIST. 열 가지 옷과 신발 사진 70,000장이 케라스에 들어 있습니다. 60,000장은 훈련용, 10,000장은
테스트용입니다.

`load_data()` 함수를 작성하세요. 두 쌍 `(train_input, train_target), (test_input, test_target)`을 돌려줍니다.

- `train_input`: 훈련 이미지, uint8, 크기 (60000, 28, 28), 픽셀은 0부터 255까지
- `train_target`: 훈련 이미지의 레이블 0~9, uint8, 크기 (60000,)
- `test_input`, `test_target`: 테스트 세트도 같은 형식, 크기는 (10000, 28, 28)과 (10000,)

불러온 그대로 돌려주세요. 빠뜨리는 이미지 없이, 같은 순서로, 255로 나누거나 펼치지 않은 상태여야 합니다.
"""

import keras
import numpy as np


def load_data() -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Return the training images with their labels, and the test images with theirs."""
    raise NotImplementedError

"""Add the layers one by one.

Section 7-2, other ways to add layers. A Sequential model can begin empty and grow by `model.add`, one layer
at a time: so a program can decide which layers a model gets.

Write `build_model()`. It begins with `keras.Sequential()` without layers, passes every layer through
`model.add`, and returns the model, not compiled:

- input: one flattened image, shape (784,);
- `Dense`, 100 units, sigmoid;
- `Dense`, 10 units, softmax.

Names are up to you.

---

층을 하나씩 추가하기.

7-2절 층을 추가하는 다른 방법. Sequential 모델은 비어 있는 채로 만들어 `model.add`로 층을 하나씩 추가할 수도
있습니다. 그러면 모델에 어떤 층을 넣을지 프로그램에서 정할 수 있습니다.

`build_model()` 함수를 작성하세요. 층이 없는 `keras.Sequential()`로 시작해 모든 층을 `model.add`로 추가하고,
컴파일하지 않은 모델을 돌려줍니다.

- 입력: 펼친 이미지 하나, 크기 (784,)
- `Dense`: 뉴런 100개, 시그모이드
- `Dense`: 뉴런 10개, 소프트맥스

이름은 자유롭게 정해도 됩니다.
"""

import keras


def build_model() -> keras.Model:
    """Return the network: 784 inputs, Dense 100 sigmoid, Dense 10 softmax."""
    raise NotImplementedError

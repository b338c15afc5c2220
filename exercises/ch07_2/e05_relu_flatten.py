"""A network that flattens the images itself, with ReLU in the hidden layer.

Section 7-2, the ReLU function. Instead of flattening the images by hand, let the first layer do it.

Write `build_model()`. It returns a Keras model, not compiled, of these layers:

- input: one image, shape (28, 28);
- `Flatten`: 784 values, no parameters;
- `Dense`, 100 units, ReLU;
- `Dense`, 10 units, softmax.

79,510 parameters in all.

---

이미지를 스스로 펼치고 은닉층에 렐루를 쓰는 신경망.

7-2절 렐루 함수. 이미지를 직접 펼치는 대신 첫 번째 층에 맡깁니다.

`build_model()` 함수를 작성하세요. 다음 층으로 된, 컴파일하지 않은 케라스 모델을 돌려줍니다.

- 입력: 이미지 하나, 크기 (28, 28)
- `Flatten`: 값 784개, 매개변수 없음
- `Dense`: 뉴런 100개, 렐루
- `Dense`: 뉴런 10개, 소프트맥스

매개변수는 모두 79,510개입니다.
"""

import keras


def build_model() -> keras.Model:
    """Return the network: Flatten, Dense 100 ReLU, Dense 10 softmax."""
    raise NotImplementedError

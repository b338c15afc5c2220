"""Names for a model and its layers.

Section 7-2, other ways to add layers. In a model of many layers, names show in `model.summary()` which layer
is which, and `model.get_layer(name)` finds one.

Write `build_model()`. It returns a Keras model named `fashion_mnist_model`, not compiled, of these layers:

- input: one flattened image, shape (784,);
- `Dense`, 100 units, sigmoid, named `hidden`;
- `Dense`, 10 units, softmax, named `output`.

---

모델과 층에 이름 붙이기.

7-2절 층을 추가하는 다른 방법. 층이 많은 모델에서는 이름이 있어야 `model.summary()`에서 어느 층인지 알아볼 수
있고, `model.get_layer(name)`으로 찾을 수 있습니다.

`build_model()` 함수를 작성하세요. 이름이 `fashion_mnist_model`이고 다음 층으로 된, 컴파일하지 않은 케라스
모델을 돌려줍니다.

- 입력: 펼친 이미지 하나, 크기 (784,)
- `Dense`: 뉴런 100개, 시그모이드, 이름은 `hidden`
- `Dense`: 뉴런 10개, 소프트맥스, 이름은 `output`
"""

import keras


def build_model() -> keras.Model:
    """Return the named network: 784 inputs, Dense 100 sigmoid, Dense 10 softmax."""
    raise NotImplementedError

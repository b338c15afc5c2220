"""A network with a hidden layer of 100 sigmoid units.

Section 7-2, a network of two layers. Between the input and the output there is now a hidden layer. Its
activation function must not be linear: two linear layers in a row compute no more than a single one.

Write `build_model()`. It returns a Keras model, not compiled, of these layers:

- input: one flattened image, shape (784,);
- `Dense`, 100 units, sigmoid: 784 x 100 + 100 = 78,500 parameters;
- `Dense`, 10 units, softmax: 100 x 10 + 10 = 1,010 parameters.

79,510 parameters in all.

---

시그모이드 뉴런 100개의 은닉층이 있는 신경망.

7-2절 2개의 층. 입력과 출력 사이에 은닉층이 생겼습니다. 은닉층의 활성화 함수는 선형이면 안 됩니다. 선형 층을
두 번 이어도 한 층이 하는 일과 다르지 않기 때문입니다.

`build_model()` 함수를 작성하세요. 다음 층으로 된, 컴파일하지 않은 케라스 모델을 돌려줍니다.

- 입력: 펼친 이미지 하나, 크기 (784,)
- `Dense`: 뉴런 100개, 시그모이드. 매개변수 784 x 100 + 100 = 78,500개
- `Dense`: 뉴런 10개, 소프트맥스. 매개변수 100 x 10 + 10 = 1,010개

매개변수는 모두 79,510개입니다.
"""

import keras


def build_model() -> keras.Model:
    """Return the network: 784 inputs, Dense 100 sigmoid, Dense 10 softmax."""
    raise NotImplementedError

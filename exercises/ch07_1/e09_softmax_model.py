"""A neural network of one layer: ten units with softmax.

Section 7-1, making a model with an artificial neural network. One Dense layer with a unit per class does
what logistic regression did: every unit has a weight for each of the 784 pixels and a bias, and softmax
turns the ten outputs into probabilities.

Write `build_model()`. It returns a Keras model, not compiled, of these layers:

- input: one flattened image, shape (784,);
- `Dense`, 10 units, softmax.

784 x 10 weights and 10 biases: 7,850 parameters.

---

층이 하나인 신경망: 소프트맥스를 쓰는 뉴런 10개.

7-1절 인공 신경망으로 모델 만들기. 클래스마다 뉴런이 하나씩 있는 밀집층 하나가 로지스틱 회귀와 같은 일을
합니다. 뉴런마다 784개 픽셀의 가중치와 절편이 하나씩 있고, 소프트맥스가 10개의 출력을 확률로 바꿉니다.

`build_model()` 함수를 작성하세요. 다음 층으로 된, 컴파일하지 않은 케라스 모델을 돌려줍니다.

- 입력: 펼친 이미지 하나, 크기 (784,)
- `Dense`: 뉴런 10개, 소프트맥스

가중치 784 x 10개와 절편 10개, 매개변수는 모두 7,850개입니다.
"""

import keras


def build_model() -> keras.Model:
    """Return the network: 784 inputs, Dense 10 softmax."""
    raise NotImplementedError

"""A compiled model with a hidden layer of 128 units.

The practice page, building the model. The output layer gives one raw score per class (a "logit"); the loss
turns the scores into probabilities itself when it is told so with `from_logits=True`.

Write `build_model()`. It returns a Keras model, compiled, of these layers:

- input: one image, shape (28, 28);
- `Flatten`: 784 values, no parameters;
- `Dense`, 128 units, ReLU;
- `Dense`, 10 units.

100,480 + 1,290 = 101,770 parameters. Compile it with Adam at its default rate, the sparse categorical
cross-entropy and the accuracy metric (`metrics=["accuracy"]`).

Output and loss must agree. Either the last layer has no activation and the loss is
`SparseCategoricalCrossentropy(from_logits=True)`, or the last layer is a softmax and the loss keeps its
default, `from_logits=False`. Both are right; a softmax together with `from_logits=True` is not.

---

은닉층의 뉴런이 128개인 컴파일된 모델.

실습 페이지, 모델 구성. 출력층은 클래스마다 점수(로짓)를 하나씩 내보냅니다. 손실 함수에 `from_logits=True`를
알려 주면 손실 함수가 점수를 스스로 확률로 바꿉니다.

`build_model()` 함수를 작성하세요. 다음 층으로 된, 컴파일한 케라스 모델을 돌려줍니다.

- 입력: 이미지 하나, 크기 (28, 28)
- `Flatten`: 값 784개, 매개변수 없음
- `Dense`: 뉴런 128개, 렐루
- `Dense`: 뉴런 10개

매개변수는 100,480 + 1,290 = 101,770개입니다. 기본 학습률의 Adam, sparse categorical crossentropy,
accuracy(`metrics=["accuracy"]`)로 컴파일하세요.

출력과 손실 함수가 서로 맞아야 합니다. 마지막 층에 활성화 함수가 없으면 손실은
`SparseCategoricalCrossentropy(from_logits=True)`이고, 마지막 층이 소프트맥스이면 손실은 기본값인
`from_logits=False` 그대로입니다. 둘 다 맞지만, 소프트맥스와 `from_logits=True`를 함께 쓰면 안 됩니다.
"""

import keras


def build_model() -> keras.Model:
    """Return the compiled network: Flatten, Dense 128 ReLU, Dense 10."""
    raise NotImplementedError

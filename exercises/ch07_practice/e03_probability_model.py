"""Turn the scores of a model into probabilities.

The practice page, making predictions. A model whose last layer has no activation gives raw scores
("logits"). A softmax after it makes probabilities of them: ten numbers between 0 and 1 that sum to 1. If
the model ends in a softmax already, a second one would spoil them.

Write `probability_model(model)`.

- In: `model`, a Keras model that ends either in raw scores or in a softmax, compiled or not. The softmax
  may be the activation of the last Dense layer, a layer of its own (`Softmax`, or `Activation("softmax")`),
  a function called in a functional model, or any of these at the end of a model that is itself a layer of
  `model`.
- Out: a Keras model that takes the same input and gives probabilities: the softmax of the scores, or, where
  `model` gives probabilities already, exactly these. Returning `model` itself is then right.
- The new model shares the weights of `model`: when `model` is trained further, the probabilities follow.
- `model` stays as it was: the same layers, weights and compile settings.

---

모델의 점수를 확률로 바꾸기.

실습 페이지, 예측하기. 마지막 층에 활성화 함수가 없는 모델은 점수(로짓)를 내보냅니다. 그 뒤에 소프트맥스를
붙이면 확률이 됩니다. 0과 1 사이의 수 열 개이고 모두 더하면 1입니다. 모델이 이미 소프트맥스로 끝난다면 한 번
더 적용하면 안 됩니다.

`probability_model(model)` 함수를 작성하세요.

- 입력: `model`은 점수 또는 소프트맥스로 끝나는 케라스 모델입니다(컴파일했을 수도, 하지 않았을 수도 있음).
  소프트맥스는 마지막 Dense 층의 활성화 함수일 수도, 별도의 층(`Softmax` 또는 `Activation("softmax")`)일
  수도, 함수형 모델에서 호출한 함수일 수도 있고, `model`의 층으로 들어간 다른 모델의 끝에 있을 수도
  있습니다.
- 출력: 같은 입력을 받아 확률을 내보내는 케라스 모델. 점수에 소프트맥스를 적용한 값이거나, `model`이 이미
  확률을 내보낸다면 바로 그 값입니다. 이때는 `model`을 그대로 돌려주어도 됩니다.
- 새 모델은 `model`과 가중치를 공유합니다. `model`을 더 훈련하면 확률도 따라서 바뀝니다.
- `model`의 층, 가중치, 컴파일 설정은 그대로 둡니다.
"""

import keras


def probability_model(model: keras.Model) -> keras.Model:
    """Return a model that gives the probabilities of the classes and shares the weights of `model`."""
    raise NotImplementedError

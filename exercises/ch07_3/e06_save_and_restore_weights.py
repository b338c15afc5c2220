"""Save the weights of a network and restore them.

Section 7-3, saving and restoring a model. A file of weights holds numbers only, no layers: whoever reads it
builds the same network first.

Write `save_weights(model, path)`.

- In: `model`, a Keras model; `path`, text, ends in `.weights.h5`.
- It saves the weights of the model to the file at `path`, and returns nothing.

Write `restore_weights(path)`.

- In: `path`, of a file that `save_weights` wrote, perhaps in another run of Python.
- Out: a new model, Flatten, Dense 100 ReLU, Dropout 0.3, Dense 10 softmax (input (28, 28)), with the weights
  from the file: it predicts the same, bit for bit. It need not be compiled.
- If the file comes from a network with Dense layers of other sizes it raises an error; it does not load a
  part.

---

신경망의 가중치를 저장하고 복원하기.

7-3절 모델 저장과 복원. 가중치 파일에는 층 없이 숫자만 들어 있으므로, 읽을 때는 먼저 똑같은 신경망을 만들어야
합니다.

`save_weights(model, path)` 함수를 작성하세요.

- 입력: `model`은 케라스 모델, `path`는 `.weights.h5`로 끝나는 문자열.
- 모델의 가중치를 `path`의 파일에 저장하고 아무것도 돌려주지 않습니다.

`restore_weights(path)` 함수를 작성하세요.

- 입력: `path`는 `save_weights`가 (다른 파이썬 실행에서일 수도 있음) 저장한 파일.
- 출력: 새 모델 Flatten, Dense 100 렐루, Dropout 0.3, Dense 10 소프트맥스(입력 (28, 28))에 파일의 가중치를
  넣은 것. 예측이 비트까지 똑같아야 합니다. 컴파일하지 않아도 됩니다.
- Dense 층의 크기가 다른 신경망의 파일이면 일부만 읽지 않고 오류를 냅니다.
"""

import keras


def save_weights(model: keras.Model, path: str) -> None:
    """Save the weights of `model` to the file at `path`."""
    raise NotImplementedError


def restore_weights(path: str) -> keras.Model:
    """Return a new dropout model with the weights from the file at `path`."""
    raise NotImplementedError

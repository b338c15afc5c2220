"""Save a whole model and load it.

Section 7-3, saving and restoring a model. The `.keras` format holds all of a model: its layers, its weights,
what `compile` was told, and how far the optimizer has come.

Write `save_model(model, path)`.

- In: `model`, a compiled Keras model, trained for a while; `path`, text, ends in `.keras`.
- It saves the whole model to the file at `path`, and returns nothing.

Write `load_model(path)`.

- In: `path`, of a file that `save_model` wrote, perhaps in another run of Python.
- Out: the model. Layers, weights, compile settings and the state of the optimizer are those of the model
  that was saved: it evaluates, and goes on training, without being compiled again.

---

모델 전체를 저장하고 불러오기.

7-3절 모델 저장과 복원. `.keras` 파일에는 모델의 모든 것이 들어갑니다. 층, 가중치, `compile`의 설정, 그리고
옵티마이저의 상태까지입니다.

`save_model(model, path)` 함수를 작성하세요.

- 입력: `model`은 컴파일하고 어느 정도 훈련한 케라스 모델, `path`는 `.keras`로 끝나는 문자열.
- 모델 전체를 `path`의 파일에 저장하고 아무것도 돌려주지 않습니다.

`load_model(path)` 함수를 작성하세요.

- 입력: `path`는 `save_model`이 (다른 파이썬 실행에서일 수도 있음) 저장한 파일.
- 출력: 모델. 층, 가중치, 컴파일 설정, 옵티마이저의 상태가 저장한 모델과 같아서, 다시 컴파일하지 않아도
  평가하고 이어서 훈련할 수 있습니다.
"""

import keras


def save_model(model: keras.Model, path: str) -> None:
    """Save all of `model` to the file at `path`."""
    raise NotImplementedError


def load_model(path: str) -> keras.Model:
    """Return the model from the file at `path`, compiled as it was."""
    raise NotImplementedError

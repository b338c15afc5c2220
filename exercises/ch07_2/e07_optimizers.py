"""Six optimizers by name.

Section 7-2, optimizers. An optimizer decides how the weights follow the gradient. Plain gradient descent
takes steps of a fixed rate; momentum remembers the steps before; the adaptive ones give every weight a rate
of its own.

Write `make_optimizer(kind)`.

- In: `kind`, a text.
- Out: a Keras optimizer object, as in the table; what the table does not name stays at Keras's default.
- Any other `kind` raises `ValueError`.

| kind | optimizer |
|---|---|
| `sgd` | `SGD`, learning rate 0.01 |
| `sgd_fast` | `SGD`, learning rate 0.1 |
| `nesterov` | `SGD`, momentum 0.9, with Nesterov's acceleration |
| `adagrad` | `Adagrad` |
| `rmsprop` | `RMSprop` |
| `adam` | `Adam` |

---

이름으로 고르는 여섯 가지 옵티마이저.

7-2절 옵티마이저. 옵티마이저는 가중치가 그레이디언트를 따라 어떻게 움직일지 정합니다. 기본 경사 하강법은
정해진 학습률로 움직이고, 모멘텀은 이전 걸음을 기억하며, 적응적 옵티마이저는 가중치마다 학습률을 따로
조절합니다.

`make_optimizer(kind)` 함수를 작성하세요.

- 입력: `kind`, 문자열.
- 출력: 아래 표의 케라스 옵티마이저 객체. 표에 없는 설정은 케라스의 기본값 그대로 둡니다.
- 표에 없는 `kind`에는 `ValueError`를 일으킵니다.

| kind | 옵티마이저 |
|---|---|
| `sgd` | `SGD`, 학습률 0.01 |
| `sgd_fast` | `SGD`, 학습률 0.1 |
| `nesterov` | `SGD`, 모멘텀 0.9, 네스테로프 가속 사용 |
| `adagrad` | `Adagrad` |
| `rmsprop` | `RMSprop` |
| `adam` | `Adam` |
"""

import keras


def make_optimizer(kind: str) -> keras.optimizers.Optimizer:
    """Return a new optimizer of the kind named."""
    raise NotImplementedError

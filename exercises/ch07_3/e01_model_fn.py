"""A function that builds the network, with room for one more layer.

Section 7-3, loss curves. From here on the same network is needed again and again, with and without a further
layer. A function builds it.

Write `model_fn(a_layer=None)`. It returns a new Keras model of these layers:

- input: one image, shape (28, 28);
- `Flatten`;
- `Dense`, 100 units, ReLU;
- `a_layer`, if one is given;
- `Dense`, 10 units, softmax.

In: `a_layer`, a Keras layer (`keras.layers.Dropout(0.3)`, say) or `None`. Out: the model; it need not be
compiled. Every call returns a new model with weights of its own.

---

층을 하나 더 넣을 수 있는 신경망을 만드는 함수.

7-3절 손실 곡선. 이제부터는 같은 신경망을 층을 하나 더하거나 더하지 않고 여러 번 만듭니다. 그래서 함수로
만들어 둡니다.

`model_fn(a_layer=None)` 함수를 작성하세요. 다음 층으로 된 새 케라스 모델을 돌려줍니다.

- 입력: 이미지 하나, 크기 (28, 28)
- `Flatten`
- `Dense`: 뉴런 100개, 렐루
- `a_layer`: 주어졌을 때만
- `Dense`: 뉴런 10개, 소프트맥스

입력: `a_layer`는 케라스 층(예를 들어 `keras.layers.Dropout(0.3)`) 또는 `None`. 출력: 모델. 컴파일하지 않아도
됩니다. 호출할 때마다 가중치를 따로 가진 새 모델을 돌려줍니다.
"""

import keras


def model_fn(a_layer: keras.Layer | None = None) -> keras.Model:
    """Return the network: Flatten, Dense 100 ReLU, `a_layer` if one is given, Dense 10 softmax."""
    raise NotImplementedError

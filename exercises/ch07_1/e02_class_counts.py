"""Count the samples of each class, and look at the first labels.

Section 7-1, the data. Before training, look at what there is: which labels occur, how often, and what the
first few are.

Write two functions. `target` is an array of whole numbers, shape (n,), of any integer dtype.

- `class_counts(target)` returns two arrays, `(labels, counts)`: the labels that occur in `target`, each once,
  in ascending order; and how often each of them occurs. Only labels that are present are listed; any whole
  number may be a label, a negative one too; and an empty array has no labels.
- `first_labels(target, n=10)` returns a list of the first `n` labels. `n` is at most the number of labels.

For the training set of Fashion-MNIST that is ten classes of 6,000 images each, and 9 0 0 3 0 2 7 2 5 5.

---

클래스마다 샘플이 몇 개인지 세고 처음 몇 개의 레이블 보기.

7-1절 패션 MNIST. 훈련하기 전에 데이터를 살펴봅니다. 어떤 레이블이 몇 번 나오는지, 처음 몇 개는 무엇인지
확인합니다.

함수 두 개를 작성하세요. `target`은 정수 배열이고 크기는 (n,)이며 정수라면 자료형은 무엇이든 될 수 있습니다.

- `class_counts(target)`: 배열 두 개 `(labels, counts)`를 돌려줍니다. `labels`는 `target`에 나오는 레이블을 한
  번씩 오름차순으로, `counts`는 각 레이블이 나오는 횟수입니다. 실제로 나오는 레이블만 넣습니다. 음수를 포함해
  어떤 정수든 레이블이 될 수 있고, 빈 배열에는 레이블이 없습니다.
- `first_labels(target, n=10)`: 처음 `n`개의 레이블을 리스트로 돌려줍니다. `n`은 레이블 수를 넘지 않습니다.

패션 MNIST 훈련 세트라면 클래스 열 개에 이미지가 6,000개씩 있고, 처음 열 개는 9 0 0 3 0 2 7 2 5 5입니다.
"""

import numpy as np


def class_counts(target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the labels that occur, in ascending order, and how often each of them does."""
    raise NotImplementedError


def first_labels(target: np.ndarray, n: int = 10) -> list[int]:
    """Return the first `n` labels as a list."""
    raise NotImplementedError

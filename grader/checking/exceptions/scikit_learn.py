"""scikit-learn: parameters, folds, and the shapes that its estimators take."""

from __future__ import annotations

from grader.checking.exceptions.rules import Rule, rule
from grader.checking.hint import hint

SGD_LOSS_LOG = hint(
    "sgd_loss_log",
    "The logistic loss is called `log_loss` today; `log` was removed:"
    " `SGDClassifier(loss='log_loss', max_iter=5, random_state=42)`. The error comes late because"
    " the name is read only in `fit`.",
    "로지스틱 손실의 이름은 이제 `log_loss`이고 `log`는 없어졌습니다:"
    " `SGDClassifier(loss='log_loss', max_iter=5, random_state=42)`. 이름은 `fit`에서야 확인되므로"
    " 오류가 늦게 나타납니다.",
)

RULES: tuple[Rule, ...] = (
    rule(
        SGD_LOSS_LOG,
        "",
        r"'loss' parameter of SGDClassifier .{0,400}Got 'log' instead|loss log is not supported",
    ),
    rule(
        hint(
            "sgd_loss_unknown",
            "`SGDClassifier` does not know the loss `{name}`. For the logistic loss write `loss='log_loss'`.",
            "`SGDClassifier`에는 `{name}` 손실이 없습니다. 로지스틱 손실은 `loss='log_loss'`라고 쓰세요.",
        ),
        "",
        r"'loss' parameter of SGDClassifier .{0,400}Got (?P<name>.{1,60}) instead",
    ),
    rule(
        hint(
            "test_size_invalid",
            "`test_size` is a share between 0 and 1, or a number of rows smaller than the data. For 20 %"
            " write `test_size=0.2`.",
            "`test_size`는 0과 1 사이의 비율이거나 전체보다 작은 행의 수입니다. 20%라면 `test_size=0.2`라고"
            " 쓰세요.",
        ),
        "ValueError",
        r"'?(?:test|train)_size'?(?: parameter|=\S{1,20} should)|resulting train set will be empty",
    ),
    rule(
        hint(
            "stratify_too_few",
            "`stratify` needs at least two rows of each class, and a place for each class in both parts. The"
            " task does not ask for it: leave `stratify=` out.",
            "`stratify`를 쓰려면 클래스마다 행이 두 개 이상이고, 나눈 두 세트에 모든 클래스가 들어갈 수"
            " 있어야 합니다. 문제에서 요구하지 않으니 `stratify=`를 빼세요.",
        ),
        "ValueError",
        r"least populated class(?:es)? in y ha(?:s|ve) only 1"
        r"|should be greater or equal to the number of classes",
    ),
    rule(
        hint(
            "estimator_is_class",
            "The classifier is given as a class. Make an object of it with parentheses: `SGDClassifier()`.",
            "분류기가 객체가 아니라 클래스입니다. `SGDClassifier()`처럼 괄호를 붙여 객체를 만드세요.",
        ),
        "TypeError",
        r"estimator class instead|instance of scikit-learn estimator instead of a class",
    ),
    rule(
        hint(
            "estimator_parameter",
            "The parameter `{parameter}` of `{estimator}` has a value that it does not accept. Check its"
            " type (a number is written without quotes: `max_iter=5`) and the order of the arguments:"
            " estimator, x, y.",
            "`{estimator}`의 `{parameter}` 매개변수에 쓸 수 없는 값이 들어 있습니다. 타입(숫자는 따옴표 없이"
            " `max_iter=5`)과 인수의 순서(모델, x, y)를 확인하세요.",
        ),
        "",
        r"The '(?P<parameter>\w{1,60})' parameter of (?P<estimator>\w{1,60}) must be",
    ),
    rule(
        hint(
            "folds_too_many",
            "There are fewer rows than folds, or a class has fewer members than that. `cv=5` needs at least"
            " 5 rows of each class: pass the whole training set, not its first few rows.",
            "폴드 수보다 데이터나 어떤 클래스의 샘플 수가 적습니다. `cv=5`라면 클래스마다 샘플이 5개 이상"
            " 필요합니다. 앞의 몇 행이 아니라 훈련 세트 전체를 넘기세요.",
        ),
        "ValueError",
        r"n_splits=\d{1,9} cannot be greater|number of splits n_splits=\d{1,9} greater",
    ),
    rule(
        hint(
            "data_not_finite",
            "The data contain NaN or infinite values, often from a division by zero (0 / 0, or a constant"
            " column divided by its standard deviation of 0). Check with `np.isnan(x).sum()`;"
            " `StandardScaler` treats constant columns rightly.",
            "데이터에 NaN이나 무한대가 있습니다. 대개 0으로 나누어서 생깁니다(0 / 0, 또는 값이 모두 같은"
            " 열을 표준편차 0으로 나눈 경우). `np.isnan(x).sum()`으로 확인하세요. `StandardScaler`는 그런"
            " 열도 올바르게 처리합니다.",
        ),
        "ValueError",
        r"contains? (?:NaN|infinity)",
    ),
    rule(
        hint(
            "one_row_needs_two_axes",
            "scikit-learn wants rows and columns, (n, 784), and got one axis. A single image becomes one row"
            " with `x.reshape(1, -1)`; a slice keeps the axis too, `x[i:i + 1]`.",
            "사이킷런은 행과 열이 있는 (n, 784) 배열을 받는데 1차원 배열이 들어왔습니다. 이미지 한 장은"
            " `x.reshape(1, -1)`로 한 행을 만드세요. `x[i:i + 1]`처럼 슬라이스해도 축이 유지됩니다.",
        ),
        "ValueError",
        r"Expected 2D array",
    ),
    rule(
        hint(
            "images_not_flattened",
            "scikit-learn wants one row per image, (n, 784), and got images of (n, 28, 28). Flatten them"
            " first: `x.reshape(-1, 28 * 28)`.",
            "사이킷런은 이미지마다 한 행인 (n, 784) 배열을 받는데 (n, 28, 28) 이미지가 들어왔습니다."
            " 먼저 펼치세요: `x.reshape(-1, 28 * 28)`.",
        ),
        "ValueError",
        r"Found array with dim [3-9]",
    ),
    rule(
        hint(
            "feature_count",
            "The data have {got} columns, but the fitted object has learned {wants}. Training and test"
            " part must be flattened in the same way, `x.reshape(-1, 28 * 28)`, and then go through the same"
            " scaler.",
            "데이터의 열은 {got}개인데 학습된 객체는 {wants}개를 기대합니다. 훈련 세트와 테스트 세트를"
            " `x.reshape(-1, 28 * 28)`로 똑같이 펼친 다음 같은 변환기를 쓰세요.",
        ),
        "ValueError",
        r"X has (?P<got>\d{1,9}) features?, but \w{1,60} is expecting (?P<wants>\d{1,9})",
    ),
    rule(
        hint(
            "not_fitted",
            "`{estimator}` was used before `fit`. Call `fit` on the training part first:"
            " `scaler.fit(train)`, then `scaler.transform(train)` and `scaler.transform(test)`.",
            "`fit`을 호출하기 전에 `{estimator}`를 사용했습니다. 먼저 훈련 세트로 `scaler.fit(train)`을"
            " 호출하고, 그다음 `scaler.transform(train)`과 `scaler.transform(test)`를 호출하세요.",
        ),
        "NotFittedError",
        r"This (?P<estimator>\w{1,60}) instance is not fitted",
    ),
    rule(
        hint(
            "row_counts_differ",
            "Inputs and targets do not have equally many rows. Each row needs its label: pass both from the"
            " same split (`train_scaled` with `train_target`, `val_scaled` with `val_target`), and check"
            " that `reshape` kept the number of images.",
            "입력과 타깃의 행 수가 다릅니다. 행마다 레이블이 하나씩 있어야 합니다. 같은 세트끼리 짝을 지어"
            " 넘기고(`train_scaled`와 `train_target`, `val_scaled`와 `val_target`), `reshape`가 이미지 수를"
            " 바꾸지 않았는지 확인하세요.",
        ),
        "ValueError",
        r"inconsistent numbers of samples|Data cardinality is ambiguous|same number of samples",
    ),
    rule(
        hint(
            "labels_not_1d",
            "scikit-learn wants one class number per row, (n,). One-hot labels become numbers with"
            " `np.argmax(y, axis=1)`; perhaps x and y are also swapped.",
            "사이킷런의 타깃은 행마다 클래스 번호 하나인 (n,) 배열입니다. 원-핫 레이블은 `np.argmax(y,"
            " axis=1)`로 번호로 바꾸세요. x와 y의 순서가 바뀌었을 수도 있습니다.",
        ),
        "ValueError",
        r"y should be a 1d array|bad input shape",
    ),
    rule(
        hint(
            "labels_not_classes",
            "The targets are fractions, not class numbers. Scale the images only (`x / 255`), never the"
            " labels; or x and y are swapped.",
            "타깃이 클래스 번호가 아니라 실수입니다. 255로 나누는 것은 이미지(`x / 255`)뿐이고 레이블은"
            " 나누지 않습니다. x와 y의 순서가 바뀌었을 수도 있습니다.",
        ),
        "ValueError",
        r"Unknown label type",
    ),
    rule(
        hint(
            "one_class_only",
            "All labels passed in are the same class, so there is nothing to learn. Pass the whole target"
            " array.",
            "전달한 레이블이 모두 같은 클래스라서 학습할 것이 없습니다. 타깃 배열 전체를 넘기세요.",
        ),
        "ValueError",
        r"number of classes has to be greater than one",
    ),
    rule(
        hint(
            "no_rows",
            "The array has no rows. Print its shape before this line, and look at the slice or selection"
            " that made it.",
            "배열에 행이 하나도 없습니다. 이 줄 앞에서 크기를 출력해 보고, 배열을 만든 슬라이스나 조건을"
            " 확인하세요.",
        ),
        "ValueError",
        r"Found array with 0 |attempt to get arg(?:max|min) of an empty|zero-size array",
    ),
    rule(
        hint(
            "all_fits_failed",
            "`cross_validate` could not train the classifier in any fold. See the real error with one direct"
            " call: `classifier.fit(x, y)`, or with `error_score='raise'`. Check the classifier's settings"
            " and the shapes of x, (n, 784), and y, (n,).",
            "`cross_validate`가 모든 폴드에서 훈련에 실패했습니다. `classifier.fit(x, y)`를 직접 호출하거나"
            " `error_score='raise'`를 쓰면 진짜 오류가 보입니다. 분류기의 설정과 x의 크기 (n, 784), y의 크기"
            " (n,)을 확인하세요.",
        ),
        "ValueError",
        r"fits failed",
    ),
)

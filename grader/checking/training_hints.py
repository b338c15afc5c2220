"""Hints about a training: what was passed to `compile` and to `fit`, and what came of it."""

from __future__ import annotations

from grader.checking.hint import hint
from grader.language import Text

COMPILE = Text(
    en="Section 7-1, compiling and training a network", ko="7-1절 모델의 손실과 측정값 설정, 모델 훈련"
)
VALIDATION = Text(en="Section 7-3, loss curves and validation loss", ko="7-3절 손실 곡선과 검증 손실")
CALLBACKS = Text(en="Section 7-3, callbacks", ko="7-3절 콜백")

FIT_NOT_CALLED = hint(
    "fit_not_called",
    "`{function}` never called `fit` on a model, so nothing was trained. Write "
    "`history = model.fit(train_input, train_target, ...)`.",
    "`{function}` 함수가 모델의 `fit`을 부르지 않아서 훈련이 일어나지 않았습니다. "
    "`history = model.fit(train_input, train_target, ...)`을 쓰세요.",
    read=COMPILE,
)
FIT_CALLED_AGAIN = hint(
    "fit_called_more_than_once",
    "`fit` was called {actual} times. Each call goes on from where the last one stopped and makes a History "
    "of its own: call it once, with `epochs={epochs}`.",
    "`fit`을 {actual}번 불렀습니다. `fit`은 부를 때마다 앞의 훈련에 이어서 훈련하고 History도 새로 만듭니다. "
    "`epochs={epochs}`로 한 번만 부르세요.",
    read=COMPILE,
)
FIT_CALLED = hint(
    "fit_called_where_it_must_not",
    "`{function}` trained the model: it called `fit`. Here the model is only to be looked at.",
    "`{function}` 함수가 `fit`을 불러 모델을 훈련했습니다. 여기서는 훈련하지 않고 결과만 확인해야 합니다.",
    read=COMPILE,
)
WRONG_EPOCHS = hint(
    "wrong_epochs",
    "The model should be trained for {expected} epochs, but `fit` was told {actual}. "
    "Without `epochs=` it is 1.",
    "에포크는 {expected}번이어야 하는데 {actual}번입니다. `epochs=`를 쓰지 않으면 1번입니다.",
    read=COMPILE,
)
WRONG_BATCH_SIZE = hint(
    "wrong_batch_size",
    "The batch size should be {expected} (Keras's default; leave `batch_size` out), but it is {actual}.",
    "배치 크기는 {expected}(케라스의 기본값, `batch_size`를 쓰지 않음)이어야 하는데 {actual}입니다.",
    read=COMPILE,
)
NOT_ALL_ROWS = hint(
    "not_all_rows",
    "`fit` was given {actual} rows, but there are {expected}. "
    "Train on all the rows that the function is given.",
    "`fit`에 {actual}개의 행을 넘겼는데 전체는 {expected}개입니다. 함수가 받은 모든 행으로 훈련하세요.",
    read=COMPILE,
)
NOT_SCALED = hint(
    "not_scaled",
    "The training data go up to {actual}: they should be divided by 255, so that they lie between 0 and 1.",
    "훈련 데이터의 최댓값이 {actual}입니다. 255로 나누어 0과 1 사이로 만들어야 합니다.",
    read=Text(en="Section 7-1, preparing the data", ko="7-1절 데이터 준비"),
)
SCALED_TWICE = hint(
    "scaled_twice",
    "The training data only go up to {actual}: they were scaled already, "
    "and here they were divided once more.",
    "훈련 데이터의 최댓값이 {actual}밖에 되지 않습니다. 이미 스케일을 조정한 데이터를 한 번 더 나누었습니다.",
    read=Text(en="Section 7-1, preparing the data", ko="7-1절 데이터 준비"),
)
WRONG_DATA = hint(
    "wrong_training_data",
    "`fit` was given other data than the training data of the task, "
    "or images and labels that no longer belong together.",
    "`fit`에 과제의 훈련 데이터가 아닌 값을 넘겼거나, 이미지와 레이블의 짝이 맞지 않습니다.",
    read=COMPILE,
)
LABELS_ONE_HOT = hint(
    "labels_one_hot",
    "The labels were turned into one-hot rows. With `sparse_categorical_crossentropy` pass the whole numbers "
    "themselves.",
    "레이블을 원-핫 인코딩했습니다. `sparse_categorical_crossentropy`에는 정수 레이블을 그대로 넘기세요.",
    read=COMPILE,
)
NO_VALIDATION = hint(
    "no_validation_data",
    "`fit` was not given the validation data, so there is no `val_loss`. Write "
    "`validation_data=(val_scaled, val_target)`.",
    "`fit`에 검증 데이터를 넘기지 않아서 `val_loss`가 없습니다. "
    "`validation_data=(val_scaled, val_target)`을 쓰세요.",
    read=VALIDATION,
)
VALIDATION_SPLIT = hint(
    "validation_split_used",
    "`validation_split` cuts the validation rows off the training data. "
    "The function is given validation data: pass them with `validation_data=(val_scaled, val_target)`.",
    "`validation_split`은 훈련 데이터의 일부를 잘라 검증에 씁니다. 함수가 검증 데이터를 따로 받으므로 "
    "`validation_data=(val_scaled, val_target)`으로 넘기세요.",
    read=VALIDATION,
)
WRONG_VALIDATION = hint(
    "wrong_validation_data",
    "`validation_data` is not the validation set that the function was given. Often the training data were "
    "passed by mistake: they say nothing about data that the model has not seen.",
    "`validation_data`에 넘긴 값이 함수가 받은 검증 세트가 아닙니다. 훈련 데이터를 넘기는 실수가 많은데, "
    "그러면 처음 보는 데이터에 대한 성능을 알 수 없습니다.",
    read=VALIDATION,
)
UNWANTED_VALIDATION = hint(
    "unwanted_validation",
    "`fit` validates on {actual}, which this task does not ask for: train on all the rows that are given.",
    "이 과제에서는 검증이 필요 없는데 `fit`이 {actual}으로 검증합니다. 받은 모든 행으로 훈련하세요.",
    read=VALIDATION,
)
NOT_SHUFFLED = hint(
    "not_shuffled",
    "`shuffle=False` shows the rows in the same order in every epoch. Leave it out.",
    "`shuffle=False`를 쓰면 에포크마다 같은 순서로 훈련합니다. 이 인수를 지우세요.",
    read=COMPILE,
)
UNUSUAL_FIT = hint(
    "unusual_fit_setting",
    "`fit` was given a setting that the task does not ask for: {actual}. Leave it out.",
    "`fit`에 과제에 없는 설정이 들어 있습니다: {actual}. 지우세요.",
    read=COMPILE,
)
NOT_COMPILED = hint(
    "model_not_compiled",
    "The model is not compiled. Call `model.compile(loss='sparse_categorical_crossentropy', "
    "metrics=['accuracy'])` first.",
    "모델을 컴파일하지 않았습니다. 먼저 `model.compile(loss='sparse_categorical_crossentropy', "
    "metrics=['accuracy'])`를 부르세요.",
    read=COMPILE,
)
WRONG_OPTIMIZER = hint(
    "wrong_optimizer",
    "The optimizer should be {expected}, but it is {actual}. Where the task names none, leave it out: "
    "Keras then takes RMSprop.",
    "옵티마이저는 {expected}이어야 하는데 {actual}입니다. 과제에서 정하지 않았으면 쓰지 마세요. "
    "그러면 케라스가 RMSprop을 씁니다.",
    read=Text(en="Section 7-2, optimizers", ko="7-2절 옵티마이저"),
)
WRONG_OPTIMIZER_SETTING = hint(
    "wrong_optimizer_setting",
    "{optimizer}: `{setting}` should be {expected}, but it is {actual}.",
    "{optimizer}의 `{setting}` 값은 {expected}이어야 하는데 {actual}입니다.",
    read=Text(en="Section 7-2, optimizers", ko="7-2절 옵티마이저"),
)
WRONG_LOSS = hint(
    "wrong_loss",
    "The loss should be {expected}, but it is {actual}. The labels are whole numbers, not one-hot rows, "
    "and there are ten classes: that is the sparse categorical one.",
    "손실 함수는 {expected}이어야 하는데 {actual}입니다. 레이블이 원-핫이 아닌 정수이고 클래스가 열 개이므로 "
    "sparse categorical을 씁니다.",
    read=COMPILE,
)
LOGITS_MISMATCH = hint(
    "loss_and_output_disagree",
    "The loss and the output do not agree: {actual}. After a softmax the loss wants `from_logits=False` (the "
    "default); `from_logits=True` belongs to an output layer without activation.",
    "손실 함수와 출력층이 서로 맞지 않습니다: {actual}. 소프트맥스 다음에는 `from_logits=False`(기본값)를 "
    "쓰고, `from_logits=True`는 활성화 함수가 없는 출력층에 씁니다.",
    read=COMPILE,
)
NO_ACCURACY = hint(
    "no_accuracy_metric",
    "The accuracy is not measured: compile with `metrics=['accuracy']` (a list), "
    "so that the history has the key 'accuracy'. It has: {actual}.",
    "정확도를 측정하지 않았습니다. "
    "`metrics=['accuracy']`(리스트)로 컴파일해야 history에 'accuracy' 키가 생깁니다. 지금 있는 키: {actual}.",
    read=COMPILE,
)
MISSING_CALLBACK = hint(
    "missing_callback",
    "`fit` was not given a {expected} callback. Pass it in the list: `callbacks=[...]`.",
    "`fit`에 {expected} 콜백을 넘기지 않았습니다. `callbacks=[...]` 리스트에 넣으세요.",
    read=CALLBACKS,
)
WRONG_CALLBACK_SETTING = hint(
    "wrong_callback_setting",
    "{callback}: `{setting}` should be {expected}, but it is {actual}.",
    "{callback}의 `{setting}` 값은 {expected}이어야 하는데 {actual}입니다.",
    read=CALLBACKS,
)
EXTRA_CALLBACK = hint(
    "extra_callback",
    "`fit` was given {actual}, which changes the training and is not asked for here.",
    "`fit`에 넘긴 {actual}은(는) 훈련을 바꾸는 콜백인데 이 과제에는 필요 없습니다.",
    read=CALLBACKS,
)
NOT_THE_HISTORY = hint(
    "not_the_history_of_this_training",
    "The History that was returned is not the one of this training. Return what `fit` returned: "
    "`history = model.fit(...)`, then `return history`.",
    "돌려준 History가 이번 훈련의 것이 아닙니다. `history = model.fit(...)`의 결과를 그대로 돌려주세요.",
    read=COMPILE,
)
HISTORY_DICTIONARY = hint(
    "history_dictionary_returned",
    "`{function}` returned a dictionary of numbers, `history.history`. "
    "Return the History object itself, what `fit` returned; the dictionary is one part of it.",
    "`{function}` 함수가 `history.history` 딕셔너리를 돌려주었습니다. `fit`이 돌려준 History 객체 자체를 "
    "돌려주세요. 딕셔너리는 그 일부입니다.",
    read=COMPILE,
)
HISTORY_KEYS = hint(
    "history_keys",
    "The history should have the keys {expected}, but it has {actual}. "
    "They come from `metrics=` in `compile` and from the validation data in `fit`.",
    "history의 키는 {expected}이어야 하는데 {actual}입니다. 키는 `compile`의 `metrics=`와 `fit`의 검증 "
    "데이터에 따라 정해집니다.",
    read=COMPILE,
)
TRAINED_SHORTER = hint(
    "stopped_before_the_last_epoch",
    "The training should go on for all {expected} epochs, but it ended after {actual}: "
    "a callback stopped it.",
    "에포크 {expected}번을 모두 훈련해야 하는데 {actual}번 만에 끝났습니다. 콜백이 훈련을 멈췄습니다.",
    read=CALLBACKS,
)
NOT_THE_MODEL = hint(
    "not_the_trained_model",
    "The model that was returned is not the one that was trained. "
    "Return the very model that you called `fit` on.",
    "돌려준 모델이 훈련한 모델이 아닙니다. `fit`을 부른 바로 그 모델을 돌려주세요.",
    read=COMPILE,
)
METRIC_TOO_LOW = hint(
    "metric_too_low",
    "On {data} the trained model reaches an accuracy of {reached}. Correct trainings lie in {expected}, with "
    "any seed. Something about the training is otherwise: which rows, how they are scaled, which optimizer, "
    "how many epochs.",
    "{data_ko}에서 훈련한 모델의 정확도가 {reached_ko}입니다. 올바르게 훈련하면 시드가 무엇이든 {expected} "
    "사이입니다. 훈련의 무언가가 다릅니다. 어떤 행으로, 어떻게 스케일을 조정해서, 어떤 옵티마이저로, 몇 번의 "
    "에포크 동안 훈련했는지 확인하세요.",
    read=COMPILE,
)
VALUES_SWAPPED = hint(
    "values_in_the_wrong_order",
    "`{function}` returns the right things in the wrong order: it should be {expected}.",
    "`{function}` 함수가 돌려주는 값의 순서가 다릅니다. {expected} 순서여야 합니다.",
)
NOT_SAVED = hint(
    "checkpoint_not_saved",
    "There is no file at `path` after the training. Pass `path` itself to ModelCheckpoint, "
    "and the callback to `fit`.",
    "훈련이 끝났는데 `path`에 파일이 없습니다. ModelCheckpoint에 `path`를 그대로 넘기고, "
    "그 콜백을 `fit`에 넘기세요.",
    read=CALLBACKS,
)
NOT_THE_BEST_EPOCH_SAVED = hint(
    "checkpoint_not_the_best_epoch",
    "The file at `path` does not hold the epoch with the lowest validation loss. "
    "Use `save_best_only=True`, and leave `monitor` at 'val_loss'.",
    "`path`의 파일이 검증 손실이 가장 낮은 에포크의 모델이 아닙니다. "
    "`save_best_only=True`를 쓰고, `monitor`는 기본값 'val_loss'로 두세요.",
    read=CALLBACKS,
)
NOT_A_WHOLE_MODEL = hint(
    "checkpoint_not_a_whole_model",
    "The file at `path` should hold the whole model with its compile settings, not the weights alone.",
    "`path`의 파일에는 가중치만이 아니라 컴파일 설정을 포함한 모델 전체가 들어 있어야 합니다.",
    read=CALLBACKS,
)
STOPPED_ELSEWHERE = hint(
    "stopped_at_the_wrong_epoch",
    "With patience 2 the training stops two epochs after the lowest validation loss (epoch {best}, "
    "counted from 0): at epoch {expected}. It stopped at {actual}.",
    "patience가 2이면 검증 손실이 가장 낮은 에포크(0부터 세어 {best}번) 다음 두 번째 에포크, "
    "즉 {expected}번에서 멈춥니다. 그런데 {actual}번에서 멈췄습니다.",
    read=CALLBACKS,
)
UNUSUALLY_LONG = hint(
    "stopped_after_unusually_many_epochs",
    "The training stopped after {actual} epochs; with these settings it stops after {expected}, with any "
    "seed. See that EarlyStopping alone decides when to stop, by the validation loss of each epoch.",
    "훈련이 {actual}번의 에포크 뒤에 멈췄습니다. 이 설정이면 시드가 무엇이든 {expected}번 사이에서 멈춥니다. "
    "에포크마다 계산한 검증 손실로 EarlyStopping만 멈출 때를 정하는지 확인하세요.",
    read=CALLBACKS,
)
NOT_RESTORED = hint(
    "best_weights_not_restored",
    "The model that was returned has the weights of the last epoch, not of the best one. Use "
    "`EarlyStopping(patience=2, restore_best_weights=True)`.",
    "돌려준 모델의 가중치가 가장 좋은 에포크가 아니라 마지막 에포크의 것입니다. "
    "`EarlyStopping(patience=2, restore_best_weights=True)`를 쓰세요.",
    read=CALLBACKS,
)
NOT_THE_LAST_EPOCH = hint(
    "model_not_of_the_last_epoch",
    "The validation loss of the model that was returned is not that of the last epoch in the history. "
    "Return the model that was trained, as it is after `fit`.",
    "돌려준 모델의 검증 손실이 history의 마지막 에포크와 다릅니다. `fit`이 끝난 그대로의 모델을 돌려주세요.",
    read=VALIDATION,
)

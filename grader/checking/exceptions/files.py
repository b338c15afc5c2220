"""Saving, loading, and paths."""

from __future__ import annotations

from grader.checking.exceptions.rules import Rule, rule
from grader.checking.hint import hint

_FILE_MISSING = hint(
    "file_not_found",
    "There is no file at this path. Use the `path` that the function is given, unchanged; a path written"
    " into the code counts from the folder in which the program was started and does not exist elsewhere."
    " When reading: was the file saved before, under the same name? When saving: does the folder exist?",
    "이 경로에 파일이 없습니다. 함수가 받은 `path`를 그대로 쓰세요. 코드에 직접 쓴 경로는 프로그램을 실행한"
    " 폴더가 기준이라 다른 곳에는 없습니다. 읽을 때라면 같은 이름으로 먼저 저장했는지, 저장할 때라면 폴더가"
    " 있는지 확인하세요.",
)
_NO_PERMISSION = hint(
    "permission_denied",
    "The code may not read or write there. While it is graded it can use only the `path` that the function"
    " is given: write there, not to a path of your own, and start no other programs.",
    "그 위치를 읽거나 쓸 권한이 없습니다. 채점 중에는 함수가 받은 `path`만 쓸 수 있습니다."
    " 직접 정한 경로가 아니라 그곳에 저장하고, 다른 프로그램을 실행하지 마세요.",
)

RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "checkpoint_file_name",
            "`ModelCheckpoint` saves the whole model to a name ending in `.keras` (and to `.weights.h5` only"
            " with `save_weights_only=True`): `keras.callbacks.ModelCheckpoint('best-model.keras',"
            " save_best_only=True)`.",
            "`ModelCheckpoint`로 모델 전체를 저장하려면 이름이 `.keras`로 끝나야 합니다(`.weights.h5`는"
            " `save_weights_only=True`일 때만): `keras.callbacks.ModelCheckpoint('best-model.keras',"
            " save_best_only=True)`.",
        ),
        "ValueError",
        r"ModelCheckpoint|filepath provided must end in",
    ),
    rule(
        hint(
            "weights_file_name",
            "Keras 3 wants the name of a weights file to end in `.weights.h5`:"
            " `model.save_weights('model.weights.h5')`. Use the `path` that the function is given,"
            " unchanged.",
            "케라스 3에서 가중치 파일의 이름은 `.weights.h5`로 끝나야 합니다:"
            " `model.save_weights('model.weights.h5')`. 함수가 받은 `path`를 그대로 쓰세요.",
        ),
        "ValueError",
        r"must end in `?\.weights\.h5",
    ),
    rule(
        hint(
            "model_file_name",
            "The file of a whole model has a name ending in `.keras`: `model.save('model-whole.keras')`, and"
            " the same for `keras.models.load_model`. Use the `path` that the function is given, unchanged.",
            "모델 전체를 담는 파일의 이름은 `.keras`로 끝납니다: `model.save('model-whole.keras')`."
            " `keras.models.load_model`도 같습니다. 함수가 받은 `path`를 그대로 쓰세요.",
        ),
        "ValueError",
        r"Invalid filepath extension|File format not supported",
    ),
    rule(
        hint(
            "weights_file_is_no_model",
            "The file holds weights only, no model. Build the model first and then read them into it: `model"
            " = model_fn(keras.layers.Dropout(0.3))`, `model.load_weights(path)`. For `load_model` the file"
            " must come from `model.save`.",
            "이 파일에는 모델 없이 가중치만 들어 있습니다. 먼저 모델을 만들고 가중치를 읽으세요:"
            " `model = model_fn(keras.layers.Dropout(0.3))`, `model.load_weights(path)`."
            " `load_model`로 읽으려면 `model.save`로 저장한 파일이어야 합니다.",
        ),
        "ValueError",
        r"No model config found",
    ),
    rule(
        hint(
            "saved_file_missing",
            "There is no saved model at this path, or the file is damaged. Save first with"
            " `model.save(...)`, and load from the very same `path`, ending in `.keras`.",
            "이 경로에 저장된 모델이 없거나 파일이 손상되었습니다. 먼저 `model.save(...)`로 저장하고,"
            " `.keras`로 끝나는 똑같은 `path`에서 읽으세요.",
        ),
        "ValueError",
        r"File not found: filepath|ensure the file is an accessible",
    ),
    rule(
        hint(
            "model_not_built",
            "The model does not know the size of its input yet, so it has no weights. Begin it with"
            " `keras.Input(shape=(784,))` (or `(28, 28)` before a Flatten) as its first entry.",
            "모델이 아직 입력의 크기를 몰라 가중치가 없습니다. 첫 번째 항목으로"
            " `keras.Input(shape=(784,))`를 넣으세요(Flatten 앞이라면 `(28, 28)`).",
        ),
        "ValueError AttributeError RuntimeError",
        r"has not yet been built|isn't built|was never built|has never been called"
        r"|has no defined (?:input|output)s?"
        r"|hasn't been built|Weights for model .{1,60} have not yet been created",
    ),
    rule(
        hint(
            "weights_do_not_fit",
            "The weights come from a model with other layers. Build exactly the model that was saved (the"
            " same layers, units and order, the Dropout layer included) before `load_weights`.",
            "가중치를 저장한 모델과 층 구성이 다릅니다. `load_weights` 전에 저장할 때와 똑같은 모델(드롭아웃"
            " 층을 포함해 층, 유닛 수, 순서가 같은 모델)을 만드세요.",
        ),
        "ValueError KeyError",
        r"objects? could not be loaded|is not compatible with provided weight shape|Layer count mismatch"
        r"|expected \d{1,6} variables|called `?set_weights|shape of the target variable"
        r"|You called `set_weights|weight file containing|Shape mismatch\.\s{0,2}The variable shape",
    ),
    rule(
        hint(
            "lambda_not_loadable",
            "The saved model contains a `Lambda` layer (a Python function), and Keras refuses to load one"
            " for safety. Use a built-in layer instead: `keras.layers.Rescaling(1 / 255)`,"
            " `keras.layers.Softmax()`, `keras.layers.Flatten()`.",
            "저장된 모델에 `Lambda` 층(파이썬 함수)이 있어 케라스가 안전을 위해 읽지 않습니다. 대신 기본"
            " 층을 쓰세요: `keras.layers.Rescaling(1 / 255)`, `keras.layers.Softmax()`,"
            " `keras.layers.Flatten()`.",
        ),
        "",
        r"Lambda.{0,200}(?:unsafe|arbitrary code|not allowed|disallowed)|`safe_mode=False`|safe_mode",
    ),
    rule(
        hint(
            "tensorflow_function_not_loadable",
            "The model was saved with a TensorFlow function as activation (`tf.nn.softmax`), which does not"
            " load again. Name it as a text instead, `activation='softmax'`, and save the model once more.",
            "활성화 함수로 텐서플로 함수(`tf.nn.softmax`)를 쓴 모델이라 다시 읽을 수 없습니다."
            " `activation='softmax'`처럼 문자열로 쓰고 모델을 다시 저장하세요.",
        ),
        "",
        r"'softmax_v2'|(?:locate|interpret).{0,60}'(?:relu|sigmoid|softmax)\w{0,8}'.{0,80}builtins",
    ),
    rule(
        hint(
            "custom_object_not_loadable",
            "The saved model contains a class or function of your own that loading does not know. Use"
            " Keras's own layers, or name it: `keras.models.load_model(path,"
            " custom_objects=dict(MyLayer=MyLayer))`.",
            "저장된 모델에 직접 만든 클래스나 함수가 있는데, 읽을 때 케라스가 그것을 모릅니다. 케라스의 기본"
            " 층을 쓰거나 `keras.models.load_model(path, custom_objects=dict(MyLayer=MyLayer))`처럼 알려"
            " 주세요.",
        ),
        "",
        r"could not be deserialized|Could not (?:locate|deserialize)|Unknown (?:layer|object)|custom_objects"
        r"|register_keras_serializable",
    ),
    rule(
        hint(
            "file_damaged",
            "The file is not of the kind it is read as: damaged, cut off, or written by another program."
            " Save it anew with `model.save(...)` or `model.save_weights(...)`.",
            "파일의 형식이 읽으려는 것과 다릅니다. 손상되었거나 중간에 끊겼거나 다른 프로그램이 쓴"
            " 파일입니다. `model.save(...)`나 `model.save_weights(...)`로 다시 저장하세요.",
        ),
        "OSError BadZipFile BadGzipFile UnpicklingError EOFError",
        r"file signature not found|not a zip file|truncated file|Not a gzipped file"
        r"|pickle|Compressed file ended",
    ),
    rule(_FILE_MISSING, "FileNotFoundError NotADirectoryError"),
    rule(_FILE_MISSING, "OSError", r"No such file or directory|errno = 2"),
    rule(
        hint(
            "path_is_folder",
            "The path is a folder, and a file is needed. Add a file name: `'models/best-model.keras'`.",
            "경로가 폴더입니다. 파일 경로가 필요합니다. `'models/best-model.keras'`처럼 파일 이름까지"
            " 쓰세요.",
        ),
        "IsADirectoryError",
    ),
    rule(
        hint(
            "not_allowed",
            "That is not allowed while the work is graded: no network, no other programs or processes, no"
            " change of a file's rights or times. Remove that part; the task needs none of it.",
            "채점 중에는 허용되지 않는 일입니다. 네트워크 연결, 다른 프로그램이나 프로세스 실행, 파일"
            " 권한이나 시각 변경은 할 수 없습니다. 과제에 필요하지 않으니 그 부분을 지우세요.",
        ),
        "PermissionError",
        r"Operation not permitted",
    ),
    rule(
        hint(
            "disk_full",
            "There is no more room for files while the work is graded. Save what the task asks for, once.",
            "채점 중에 쓸 수 있는 디스크 공간을 다 썼습니다. 과제에 필요한 것만 한 번 저장하세요.",
        ),
        "OSError",
        r"No space left on device|File too large|Disk quota exceeded|errno = (?:27|28|122)\b",
    ),
    rule(
        _NO_PERMISSION,
        "PermissionError",
    ),
    rule(
        _NO_PERMISSION,
        "OSError",
        r"Permission denied|errno = 13|Read-only file system",
    ),
    rule(
        hint(
            "no_network",
            "Nothing can be downloaded while the work is graded. The data set comes from"
            " `keras.datasets.fashion_mnist` or as arguments of your function; remove other downloads.",
            "채점 중에는 인터넷에서 내려받을 수 없습니다. 데이터는 `keras.datasets.fashion_mnist`나 함수의"
            " 인수로 들어옵니다. 다른 다운로드 코드는 지우세요.",
        ),
        "",
        r"URL fetch failure|urlopen error|Name or service not known|Temporary failure in name resolution"
        r"|Network is unreachable|Max retries exceeded",
    ),
)

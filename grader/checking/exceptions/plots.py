"""Drawing with matplotlib: images, curves, grids of plots."""

from __future__ import annotations

from grader.checking.exceptions.rules import Rule, rule
from grader.checking.hint import hint

RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "image_shape",
            "`imshow` draws one image of two axes, (28, 28), but got ({shape}). Pick one image: `images[i]`,"
            " and bring a flat row into shape with `images[i].reshape(28, 28)`.",
            "`imshow`는 (28, 28)처럼 2차원 이미지 한 장을 그리는데 ({shape}) 크기가 들어왔습니다."
            " `images[i]`로 한 장을 고르고, 펼친 행은 `images[i].reshape(28, 28)`로 되돌리세요.",
        ),
        "TypeError",
        r"Invalid (?:shape|dimensions) \((?P<shape>[\d, ]{0,60})\) for image data",
    ),
    rule(
        hint(
            "colormap_unknown",
            "There is no colour map `{name}`. The chapter uses `cmap='gray_r'`.",
            "`{name}` 컬러맵은 없습니다. 이 장에서는 `cmap='gray_r'`을 씁니다.",
        ),
        "ValueError KeyError",
        r"'?(?P<name>[\w ]{0,60})'? is not a (?:valid value for cmap|known colormap)",
    ),
    rule(
        hint(
            "color_unknown",
            "Matplotlib does not know this colour. Use a name such as `'blue'`, `'red'`, or a code such as"
            " `'#1f77b4'`.",
            "맷플롯립이 모르는 색입니다. `'blue'`, `'red'` 같은 이름이나 `'#1f77b4'` 같은 코드를 쓰세요.",
        ),
        "ValueError",
        r"is not a valid value for color|Invalid RGBA argument",
    ),
    rule(
        hint(
            "plot_format",
            "A bare text after the two series is read as a line format (`'r--'`). A name for the curve is"
            " given as `label='train'`.",
            "두 데이터 다음에 쓴 문자열은 선의 형식(`'r--'`)으로 해석됩니다. 곡선의 이름은"
            " `label='train'`처럼 주세요.",
        ),
        "ValueError",
        r"is not a valid format string|Unrecognized character",
    ),
    rule(
        hint(
            "plot_lengths",
            "The values for the two axes are not equally many. Take the x values from the data:"
            " `plt.plot(range(len(loss)), loss)` or simply `plt.plot(loss)`.",
            "두 축에 넣은 값의 개수가 다릅니다. x 값을 데이터에서 만드세요:"
            " `plt.plot(range(len(loss)), loss)` 또는 `plt.plot(loss)`.",
        ),
        "ValueError",
        r"must have same first dimension|must be the same size|objects cannot be broadcast to a single shape",
    ),
    rule(
        hint(
            "subplot_grid",
            "The grid of plots does not fit: rows and columns must be whole numbers from 1, and the plots of"
            " `plt.subplot(rows, cols, k)` are counted from `k` = 1 to rows * cols.",
            "그래프 격자가 맞지 않습니다. 행과 열의 수는 1 이상의 정수여야 하고, `plt.subplot(rows, cols,"
            " k)`의 `k`는 1부터 rows * cols까지입니다.",
        ),
        "ValueError TypeError",
        r"num must be an integer|Number of (?:columns|rows) must be a positive|GridSpec",
    ),
    rule(
        hint(
            "plot_backend",
            "This matplotlib backend needs a screen, and there is none while the work is graded. Delete"
            " `matplotlib.use(…)`; the figure is judged without being shown.",
            "이 맷플롯립 백엔드는 화면이 필요한데 채점 중에는 화면이 없습니다. `matplotlib.use(…)` 줄을"
            " 지우세요. 그림은 화면에 띄우지 않고 채점합니다.",
        ),
        "",
        r"valid value for backend|Qt binding modules|no display|couldn't connect to display"
        r"|interactive framework"
        r"|Cannot load backend|No module named '_?tkinter'",
    ),
)

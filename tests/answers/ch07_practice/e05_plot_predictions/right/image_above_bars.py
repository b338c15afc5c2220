from matplotlib.figure import Figure
from matplotlib.backends.backend_agg import FigureCanvasAgg

NAMES = ['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot']


def plot_predictions(images, probabilities, targets, rows=5, cols=3):
    fig = Figure(figsize=(3 * cols, 5 * rows))
    FigureCanvasAgg(fig)
    grid = fig.add_gridspec(2 * rows, cols)
    for n in range(rows * cols):
        r, c = divmod(n, cols)
        pred = int(probabilities[n].argmax())
        true = int(targets[n])
        color = '#0000ff' if pred == true else '#ff0000'
        picture = fig.add_subplot(grid[2 * r, c])
        picture.imshow(images[n], cmap='gray_r')
        picture.set_xticks([])
        picture.set_yticks([])
        picture.text(14, 31, f'{NAMES[pred]} ({NAMES[true]})', color=color, ha='center', va='top')
        bars = fig.add_subplot(grid[2 * r + 1, c])
        bars.bar(range(10), 100 * probabilities[n], color='silver')
        # draw the two again over the gray ones
        bars.bar([pred], [100 * probabilities[n][pred]], color=color)
        bars.bar([true], [100 * probabilities[n][true]], color='blue')
        bars.set_xticks([])
        bars.set_ylim(0, 100)
    bars.set_xticks(range(10))
    bars.set_xticklabels(NAMES, rotation=90)
    fig.savefig('predictions.png')
    return fig

import matplotlib
matplotlib.rcParams["image.cmap"] = "gray_r"
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig = plt.figure()
    grid = fig.add_gridspec(1, n, wspace=0.05)
    axes = [fig.add_subplot(grid[0, i]) for i in range(n)]
    for ax, img in zip(axes, images):
        ax.imshow(img)
        ax.set(title="item")
        ax.axis(False)
    fig.savefig("samples.png")
    plt.close(fig)
    return fig

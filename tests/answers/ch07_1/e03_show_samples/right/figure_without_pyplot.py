from matplotlib.figure import Figure


def show_samples(images, n=10):
    fig = Figure(figsize=(n, 1.2))
    fig.suptitle("samples")
    for k, image in enumerate(images[:n]):
        ax = fig.add_axes([k / n, 0, 0.9 / n, 0.9])
        ax.imshow(image, cmap="gray_r", vmin=0, vmax=255)
        ax.set_axis_off()
    return fig

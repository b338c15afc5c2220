# check: test_draws_dark_on_white
# hint: wrong_colormap
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig, axs = plt.subplots(1, n, squeeze=False)
    for i in range(n):
        axs[0, i].imshow(images[i])
        axs[0, i].axis('off')
    return fig

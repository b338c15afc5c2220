import matplotlib.pyplot as plt
import numpy as np


def show_samples(images, n=10):
    fig, axs = plt.subplots(1, n, figsize=(10, 10))
    axs = np.atleast_1d(axs)      # n이 1이면 배열이 아니다
    for i in range(n):
        axs[i].imshow(images[i], cmap='gray_r')
        axs[i].axis('off')
    plt.show()
    return fig

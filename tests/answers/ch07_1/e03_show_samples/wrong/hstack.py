# check: test_draws_n_images_on_axes_of_their_own
# hint: images_in_one_axes
import numpy as np
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig, ax = plt.subplots()
    ax.imshow(np.hstack(images[:n]), cmap='gray_r')
    ax.axis('off')
    return fig

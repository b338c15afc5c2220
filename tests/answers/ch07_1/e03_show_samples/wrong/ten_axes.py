# check: test_draws_n_images_on_axes_of_their_own
# hint: empty_axes
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig, axs = plt.subplots(1, max(n, 10), figsize=(10, 10))
    for i in range(n):
        axs[i].imshow(images[i], cmap='gray_r')
        axs[i].axis('off')
    return fig

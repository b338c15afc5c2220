# check: test_draws_n_images_on_axes_of_their_own
# hint: wrong_type
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig, axs = plt.subplots(1, n, squeeze=False)
    for i in range(n):
        axs[0][i].imshow(images[i], cmap='gray_r')
        axs[0][i].axis('off')
    return fig, axs

# check: test_draws_n_images_on_axes_of_their_own
# hint: wrong_number_of_images
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig, axs = plt.subplots(1, 10, figsize=(10, 10))
    for ax, image in zip(axs, images):
        ax.imshow(image, cmap='gray_r')
        ax.axis('off')
    return fig

# check: test_shows_the_first_images_in_one_row
# hint: not_in_one_row
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig, axs = plt.subplots(n, 1, figsize=(10, 10), squeeze=False)
    for ax, img in zip(axs.ravel(), images):
        ax.imshow(img, cmap='gray_r')
        ax.axis('off')
    return fig

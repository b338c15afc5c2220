# check: test_labels_the_axes
# hint: axes_not_labelled
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(history_dict[metric], label='train')
    if 'val_' + metric in history_dict:
        plt.plot(history_dict['val_' + metric], label='val')
    plt.legend()
    return fig

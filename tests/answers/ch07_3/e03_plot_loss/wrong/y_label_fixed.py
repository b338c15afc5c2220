# check: test_labels_the_axes
# hint: axis_labels_do_not_fit
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(history_dict[metric], label='train')
    if 'val_' + metric in history_dict:
        plt.plot(history_dict['val_' + metric], label='val')
    plt.xlabel('epoch')
    plt.ylabel('loss')
    plt.legend()
    return fig

# check: test_has_a_legend_of_two_curves
# hint: legend_does_not_tell_curves_apart
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(history_dict[metric], label=metric)
    if 'val_' + metric in history_dict:
        plt.plot(history_dict['val_' + metric], label=metric)
    plt.xlabel('epoch')
    plt.ylabel(metric)
    plt.legend()
    return fig

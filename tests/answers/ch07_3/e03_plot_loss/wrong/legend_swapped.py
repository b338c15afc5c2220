# check: test_has_a_legend_of_two_curves
# hint: legend_names_the_wrong_curve
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(history_dict[metric], label='train')
    if 'val_' + metric in history_dict:
        plt.plot(history_dict['val_' + metric], label='val')
    plt.xlabel('epoch')
    plt.ylabel(metric)
    plt.legend(['val', 'train'])
    return fig

using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The search for one path in the first layers of a stage.</summary>
internal sealed class LayerSearch(IReadOnlyList<ImageLayer> layers, string path, int count, Func<ImageLayer, string, PathAnswer?> find)
{
    private int present = -1;
    private int open = -1;
    private int near = -1;
    private PathAnswer? presentAnswer;
    private PathAnswer? openAnswer;
    private PathAnswer? nearAnswer;

    /// <summary>How far down a list of layers has to be asked.</summary>
    internal enum Until
    {
        /// <summary>All say the same: the last one alone.</summary>
        Last,

        /// <summary>None knows the path to be there: down to one that may have made it.</summary>
        Open,

        /// <summary>Down to one that has the path.</summary>
        Present,
    }

    public PathAnswer? Answer => presentAnswer ?? openAnswer ?? nearAnswer;

    /// <param name="numbers">Layers by number, in order.</param>
    /// <param name="until">Where to end.</param>
    public void Take(List<int>? numbers, Until until)
    {
        if (numbers is null)
        {
            return;
        }

        for (var at = Before(numbers) - 1; at >= 0 && numbers[at] > present; at--)
        {
            var answer = find(layers[numbers[at]], path);
            Note(numbers[at], answer);
            if (
                until == Until.Last
                || answer is { Presence: Presence.Present }
                || (until == Until.Open && answer is { Presence: Presence.Unknown })
            )
            {
                return;
            }
        }
    }

    private void Note(int number, PathAnswer? answer)
    {
        switch (answer)
        {
            case null:
                break;
            case { Presence: Presence.Present }:
                (present, presentAnswer) = (number, answer);
                break;
            case { Presence: Presence.Unknown } when number > open:
                (open, openAnswer) = (number, answer);
                break;
            case { Presence: not Presence.Unknown } when number > near:
                (near, nearAnswer) = (number, answer);
                break;
            default:
                break;
        }
    }

    private int Before(List<int> numbers)
    {
        var found = numbers.BinarySearch(count);
        return found < 0 ? ~found : found;
    }
}

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>Where each part of a rendered text came from.</summary>
/// <param name="Parts">In the order of the text, without gaps.</param>
internal sealed record GoTrace(IReadOnlyList<GoTracePart> Parts)
{
    /// <summary>The part that holds an offset of the rendered text.</summary>
    public GoTracePart? At(int offset)
    {
        var (low, high) = (0, Parts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Parts[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return Parts.Count == 0 ? null : Parts[low];
    }
}

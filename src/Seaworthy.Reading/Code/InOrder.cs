using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>Parts of a file that stand within a range of tokens, found by halving: the lists of the shape are in order, and a search through all of them for each would be quadratic.</summary>
internal static class InOrder
{
    public static IEnumerable<T> Within<T>(IReadOnlyList<T> parts, Func<T, int> token, TokenRange range)
    {
        int low = 0,
            high = parts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (token(parts[middle]) < range.First)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < parts.Count && token(parts[low]) < range.End; low++)
        {
            yield return parts[low];
        }
    }
}

using System.Text;

namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>Text as Go counts and orders it: by bytes of UTF-8.</summary>
internal static class GoText
{
    public static int Length(string text) => Encoding.UTF8.GetByteCount(text);

    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (a, b) = (left[common], right[common]);
        // A surrogate stands for a character above all others.
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a).CompareTo(char.IsSurrogate(b));
    }

    /// <summary>Bytes from one place to another.</summary>
    public static string Slice(string text, int start, int end)
    {
        if (Ascii.IsValid(text))
        {
            return text[start..end];
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString(bytes.AsSpan(start..end));
    }
}

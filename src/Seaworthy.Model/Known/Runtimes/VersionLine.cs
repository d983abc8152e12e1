using System.Globalization;

namespace Seaworthy.Model.Known.Runtimes;

/// <summary>All versions that a version with fewer parts stands for: <c>3.11</c> is every 3.11.x.</summary>
/// <param name="First">The lowest of them, as one number.</param>
/// <param name="End">The first version above them.</param>
public readonly record struct VersionLine(long First, long End)
{
    private const long Patch = 1,
        Minor = 100_000,
        Major = Minor * 100_000;

    public static VersionLine All { get; } = new(0, long.MaxValue);

    /// <summary>The major version.</summary>
    public int MajorVersion => (int)(First / Major);

    /// <summary>The versions above which another major, minor or patch version begins.</summary>
    /// <param name="parts">How many of the parts stay: 1 ends with the major version, 2 with the minor one.</param>
    public long EndOf(int parts) =>
        parts switch
        {
            1 => ((First / Major) + 1) * Major,
            2 => ((First / Minor) + 1) * Minor,
            _ => First + Patch,
        };

    public bool Meets(VersionLine other) => First < other.End && other.First < End;

    /// <summary><c>20</c>, <c>v3.11</c>, <c>1.22.4</c>, <c>3.x</c>, <c>1.75.0-rc1</c>; null for anything else.</summary>
    public static VersionLine? Parse(string text) => Parse(text, out _);

    /// <param name="parts">How many numbers were written.</param>
    internal static VersionLine? Parse(string text, out int parts)
    {
        parts = 0;
        long value = 0;
        var unit = Major;
        var core = text.TrimStart('v', 'V').Split('-', '+', '_')[0];
        foreach (var part in core.Split('.'))
        {
            if (part is "x" or "X" or "*" || parts == 3)
            {
                break;
            }

            if (!int.TryParse(Digits(part), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= Minor)
            {
                return null;
            }

            value += number * unit;
            unit /= Minor;
            parts++;
        }

        return parts > 0 ? new VersionLine(value, new VersionLine(value, 0).EndOf(parts))
            : core is "x" or "X" or "*" ? All
            : null;
    }

    // "1.22rc1" and "3.13b2" come before the version, and belong to its line.
    private static ReadOnlySpan<char> Digits(string part)
    {
        var length = 0;
        while (length < part.Length && char.IsAsciiDigit(part[length]))
        {
            length++;
        }

        var rest = part.AsSpan(length);
        return rest.IsEmpty || rest.StartsWith("rc") || rest.StartsWith("b") || rest.StartsWith("a") ? part.AsSpan(0, length) : [];
    }
}

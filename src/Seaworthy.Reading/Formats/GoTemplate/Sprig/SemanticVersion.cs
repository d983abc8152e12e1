using System.Globalization;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>A semantic version, read leniently: <c>v1.2</c> is 1.2.0.</summary>
/// <remarks>Masterminds/semver v3, version.go.</remarks>
internal sealed record SemanticVersion(ulong Major, ulong Minor, ulong Patch, string Prerelease, string Metadata, string Original)
    : IGoObject
{
    public string Type => "*semver.Version";

    public string Text =>
        $"{Major}.{Minor}.{Patch}{(Prerelease.Length > 0 ? "-" + Prerelease : "")}{(Metadata.Length > 0 ? "+" + Metadata : "")}";

    public bool TryMember(string name, IReadOnlyList<object?> arguments, out object? value)
    {
        value = (name, arguments) switch
        {
            ("Major", []) => Major,
            ("Minor", []) => Minor,
            ("Patch", []) => Patch,
            ("Prerelease", []) => Prerelease,
            ("Metadata", []) => Metadata,
            ("Original", []) => Original,
            ("String", []) => Text,
            ("Compare", [SemanticVersion other]) => (nint)CompareTo(other),
            ("Equal", [SemanticVersion other]) => CompareTo(other) == 0,
            ("LessThan", [SemanticVersion other]) => CompareTo(other) < 0,
            ("GreaterThan", [SemanticVersion other]) => CompareTo(other) > 0,
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Null when it is none.</summary>
    public static SemanticVersion? Parse(string text)
    {
        var rest = text.StartsWith('v') ? text[1..] : text;
        var metadata = Behind(ref rest, '+');
        var prerelease = Behind(ref rest, '-');
        var numbers = rest.Split('.');
        if (numbers.Length > 3)
        {
            return null;
        }

        ulong[] parsed = [0, 0, 0];
        for (var at = 0; at < numbers.Length; at++)
        {
            if (!ulong.TryParse(numbers[at], NumberStyles.None, CultureInfo.InvariantCulture, out parsed[at]))
            {
                return null;
            }
        }

        return new SemanticVersion(parsed[0], parsed[1], parsed[2], prerelease, metadata, text);
    }

    public int CompareTo(SemanticVersion other)
    {
        var order = Major.CompareTo(other.Major);
        order = order != 0 ? order : Minor.CompareTo(other.Minor);
        order = order != 0 ? order : Patch.CompareTo(other.Patch);
        return order != 0 ? order : ComparePrerelease(Prerelease, other.Prerelease);
    }

    private static int ComparePrerelease(string left, string right)
    {
        if (left == right || left.Length == 0 || right.Length == 0)
        {
            return right.Length.CompareTo(left.Length) is var order && left == right ? 0 : Math.Sign(order);
        }

        var (a, b) = (left.Split('.'), right.Split('.'));
        for (var at = 0; at < Math.Min(a.Length, b.Length); at++)
        {
            if (a[at] == b[at])
            {
                continue;
            }

            var isNumber = ulong.TryParse(a[at], NumberStyles.None, CultureInfo.InvariantCulture, out var first);
            var isOther = ulong.TryParse(b[at], NumberStyles.None, CultureInfo.InvariantCulture, out var second);
            return isNumber && isOther ? first.CompareTo(second)
                : isNumber ? -1
                : isOther ? 1
                : string.CompareOrdinal(a[at], b[at]);
        }

        return a.Length.CompareTo(b.Length);
    }

    private static string Behind(ref string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        var behind = at < 0 ? "" : text[(at + 1)..];
        text = at < 0 ? text : text[..at];
        return behind;
    }
}

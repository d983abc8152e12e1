using System.Text.RegularExpressions;
using Seaworthy.Reading.Formats.GoTemplate.Running;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Semantic versions and constraints of Sprig.</summary>
/// <remarks>Masterminds/semver v3, constraints.go.</remarks>
internal static partial class SprigVersions
{
    public static void AddTo(GoFunctions functions)
    {
        functions.Add("semver", "s", arguments => Version((string?)arguments[0] ?? ""));
        functions.Add("semverCompare", "ss", arguments => Fits((string?)arguments[0] ?? "", Version((string?)arguments[1] ?? "")));
    }

    private static SemanticVersion Version(string text) =>
        SemanticVersion.Parse(text) ?? throw new GoCallFault(text.Length == 0 ? "version string empty" : "invalid semantic version");

    /// <exception cref="GoCallFault">It is no constraint.</exception>
    public static bool Fits(string constraint, SemanticVersion version) =>
        constraint.Split("||").Select(part => Ranges(part, constraint)).ToList().Exists(tests => tests.TrueForAll(test => test(version)));

    private static List<Predicate<SemanticVersion>> Ranges(string part, string whole)
    {
        var text = Hyphen().Replace(part, ">=$1 <=$2");
        List<Predicate<SemanticVersion>> tests = [];
        var matches = One().Matches(text);
        var covered = matches.Sum(match => match.Length);
        if (matches.Count == 0 || covered < text.Count(one => one is not (' ' or ',' or '\t')))
        {
            throw new GoCallFault($"improper constraint: {whole}");
        }

        foreach (Match match in matches)
        {
            tests.Add(Test(match.Groups[1].Value, match.Groups[2].Value.Trim()));
        }

        return tests;
    }

    private static Predicate<SemanticVersion> Test(string operation, string text)
    {
        var main = text.TrimStart('v').Split('+')[0];
        var dash = main.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? main : main[..dash]).Split('.');
        var known = Array.FindIndex(numbers, number => number is "x" or "X" or "*");
        known = known < 0 ? numbers.Length : known;
        var filled = string.Join('.', numbers.Take(known).Concat(["0", "0", "0"]).Take(3)) + (dash < 0 ? "" : main[dash..]);
        var bound = SemanticVersion.Parse(filled) ?? throw new GoCallFault($"improper constraint: {operation}{text}");
        var isDirty = known < 3;
        return version =>
            (version.Prerelease.Length == 0 || bound.Prerelease.Length > 0) && Holds(operation, version, bound, known, isDirty);
    }

    private static bool Holds(string operation, SemanticVersion version, SemanticVersion bound, int known, bool isDirty)
    {
        var order = version.CompareTo(bound);
        return operation switch
        {
            "" or "=" => isDirty ? Tilde(version, bound, known) : order == 0,
            "!=" => isDirty ? !Tilde(version, bound, known) : order != 0,
            ">" => isDirty && known > 0 ? order > 0 && !Tilde(version, bound, known) : order > 0,
            "<" => order < 0,
            ">=" or "=>" => order >= 0,
            "<=" or "=<" => order <= 0 || (isDirty && Tilde(version, bound, known)),
            "~" or "~>" => Tilde(version, bound, known),
            _ => Caret(version, bound, known),
        };
    }

    private static bool Tilde(SemanticVersion version, SemanticVersion bound, int known) =>
        version.CompareTo(bound) >= 0 && (known < 1 || version.Major == bound.Major) && (known < 2 || version.Minor == bound.Minor);

    private static bool Caret(SemanticVersion version, SemanticVersion bound, int known)
    {
        if (version.CompareTo(bound) < 0 || known < 1)
        {
            return known < 1;
        }

        return bound.Major > 0 || known < 2 ? version.Major == bound.Major
            : version.Major != 0 ? false
            : bound.Minor > 0 || known < 3 ? version.Minor == bound.Minor
            : version.Minor == 0 && version.Patch == bound.Patch;
    }

    [GeneratedRegex(@"([v0-9][\w.+-]*)\s+-\s+([v0-9][\w.+-]*)")]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"(!=|>=|=>|<=|=<|~>|[=<>~^]|)\s*(v?[0-9xX*]+(?:\.[0-9xX*]+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)")]
    private static partial Regex One();
}

using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>The functions of a file of package <c>main</c>, by its lines.</summary>
internal static partial class GoMainPackage
{
    public static MainPackagePart? Of(string text) =>
        Clause().IsMatch(text)
            ? new MainPackagePart(
                [
                    .. Declaration()
                        .Matches(text)
                        .Select(match => match.Groups["name"].Value)
                        .Where(name => name is not ("main" or "init" or "_")),
                ],
                [
                    .. Lines(text)
                        .SelectMany(line => Call().Matches(line))
                        .Select(match => match.Groups["name"].Value)
                        .Distinct(StringComparer.Ordinal),
                ]
            )
            : null;

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n')
            .Where(line =>
                !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("func ", StringComparison.Ordinal)
            );

    [GeneratedRegex(@"^package main\s*(//.*)?$", RegexOptions.Multiline)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^func (?<name>\w+)[\[(]", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.""])(?<name>[A-Za-z_]\w*)\(")]
    private static partial Regex Call();
}

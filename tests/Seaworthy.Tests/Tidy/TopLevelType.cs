using System.Text.RegularExpressions;

namespace Seaworthy.Tests.Tidy;

/// <summary>A type declared at the left edge of a file.</summary>
internal sealed partial record TopLevelType(string File, string FileName, string Name, bool IsGeneric)
{
    public static IReadOnlyList<TopLevelType> In(SourceText file) =>
        [
            .. file
                .Lines.Select(line => Declaration().Match(line))
                .Where(match => match.Success)
                .Select(match => new TopLevelType(file.Path, file.Name, match.Groups["name"].Value, match.Groups["generic"].Success)),
        ];

    /// <summary>A generic type beside a plain one of the same name says so in its file's name: <c>Rule</c>, <c>RuleOfSubject</c>.</summary>
    public bool IsNamedByItsFile => Name == FileName || (IsGeneric && FileName.StartsWith(Name + "Of", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:struct|class))?)\s+(?<name>\w+)(?<generic><)?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Declaration();
}

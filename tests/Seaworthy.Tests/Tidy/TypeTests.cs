using System.Text.RegularExpressions;
using Xunit;

namespace Seaworthy.Tests.Tidy;

/// <summary>Types are found by their name: one per file, and the name says something.</summary>
public sealed partial class TypeTests
{
    // Only Program.cs, whose statements are the program, declares none.
    private static readonly IReadOnlyList<string> WithoutType = ["src/Seaworthy.Cli/Program.cs"];

    [Fact]
    public void A_file_declares_one_type_and_bears_its_name()
    {
        var wrong = SourceText
            .All.Where(file => !WithoutType.Contains(file.Path) && !IsBenchmarkEntry(file))
            .Where(file => TopLevelType.In(file) is not [{ IsNamedByItsFile: true }])
            .Select(file =>
                $"{file.Path} declares [{string.Join(", ", TopLevelType.In(file).Select(type => type.Name))}]: give each type a file of its name"
            );

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_type_is_named_by_a_word_that_says_nothing()
    {
        var wrong = SourceText
            .All.SelectMany(TopLevelType.In)
            .Where(type => Empty().IsMatch(type.Name))
            .Select(type => $"{type.File}: name {type.Name} by what it is or answers, in the words of the field");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var wrong = SourceText
            .All.Where(file => file.Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line)
            .Where(file => Namespace(file) != Folder(file))
            .Select(file => $"{file.Path} is in namespace {Namespace(file)}: write {Folder(file)}");

        Assert.Empty(wrong);
    }

    private static bool IsBenchmarkEntry(SourceText file) =>
        file.Path.StartsWith("bench/", StringComparison.Ordinal) && file.Name == "Program";

    private static string Namespace(SourceText file) =>
        file.Lines.First(line => line.StartsWith("namespace ", StringComparison.Ordinal))["namespace ".Length..].TrimEnd(';', ' ');

    // src/Seaworthy.Reading/Formats/Yaml/YamlParser.cs → Seaworthy.Reading.Formats.Yaml
    private static string Folder(SourceText file) => string.Join('.', file.Path.Split('/')[1..(IsOfOneRule(file) ? ^2 : ^1)]);

    // The folder of a rule that brings its relation along bears the name of the rule: a namespace of that name would hide the class.
    private static bool IsOfOneRule(SourceText file) =>
        file.Path.Split('/') is ["src", "Seaworthy.Rules", var area, var rule, _]
        && File.Exists(Path.Combine(RepositoryRoot.Path, "src/Seaworthy.Rules", area, rule, rule + ".cs"));

    // "Common" within a name may be the field's word: networks have no common network.
    [GeneratedRegex("^Common|Common$|(Manager|Helper|Util|Utilitie|Misc|Processor)s?($|[A-Z])", RegexOptions.NonBacktracking)]
    private static partial Regex Empty();
}

using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Elixir;

/// <summary>Reads a <c>mix.exs</c>: the name of the application, and what it depends on.</summary>
/// <remarks>Source: Mix documentation, "mix deps", Dependency definition options.</remarks>
internal sealed partial class MixProjectReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "mix.exs";

    public override Artifact? Read(FileSyntax file)
    {
        var text = file.File.Text;
        return new MixProject(file.File)
        {
            Name = Name().Match(text).Groups["name"] is { Success: true } name
                ? new Fact<string>(name.Value, new SourceSpan(file.File, name.Index, name.Length))
                : null,
            Dependencies = [.. Dependency().Matches(text).Select(match => Package(file.File, match))],
        };
    }

    private static Dependency Package(SourceFile file, Match match)
    {
        var options = match.Groups["options"].Value;
        var source =
            options.Contains("path:", StringComparison.Ordinal) || options.Contains("in_umbrella:", StringComparison.Ordinal)
                ? DependencySource.Path
            : options.Contains("git:", StringComparison.Ordinal) || options.Contains("github:", StringComparison.Ordinal)
                ? DependencySource.Git
            : DependencySource.Registry;
        var isDevelopment = options.Contains("only:", StringComparison.Ordinal) && !options.Contains(":prod", StringComparison.Ordinal);
        return new Dependency(
            match.Groups["name"].Value,
            match.Groups["range"] is { Success: true } range ? range.Value : null,
            isDevelopment ? DependencyKind.Development : DependencyKind.Runtime,
            source,
            new SourceSpan(file, match.Index, match.Length)
        );
    }

    [GeneratedRegex(@"\bapp:\s*:(?<name>\w+)")]
    private static partial Regex Name();

    /// <summary><c>{:phoenix, "~&gt; 1.7"}</c>, <c>{:credo, "~&gt; 1.7", only: [:dev, :test]}</c>.</summary>
    [GeneratedRegex(@"\{:(?<name>\w+),\s*(?:""(?<range>[^""]*)"")?(?<options>[^{}]*)\}")]
    private static partial Regex Dependency();
}

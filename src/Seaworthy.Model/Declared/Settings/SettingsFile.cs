using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>What <c>seaworthy.yaml</c> says about the audit of its repository. It is no part of the deployment.</summary>
public sealed record SettingsFile(SourceFile File, IReadOnlyList<Problem> Problems)
{
    /// <summary>The packs that it starts from; a later one wins over an earlier, and its own words over both.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>From which severity on a FAIL closes the gate; null when nothing is said.</summary>
    public string? Gate { get; init; }

    public IReadOnlyList<RuleSetting> Rules { get; init; } = [];

    /// <summary>Areas of which no rule is asked.</summary>
    public IReadOnlyList<string> AreasOff { get; init; } = [];

    /// <summary>Areas that are asked whatever a pack says.</summary>
    public IReadOnlyList<string> AreasOn { get; init; } = [];

    /// <summary>Paths without reports. They are still read, because other files refer to them.</summary>
    public IReadOnlyList<PathGlob> ExcludedPaths { get; init; } = [];

    /// <summary>Where files are used, of which the first that names a file counts.</summary>
    public IReadOnlyList<DeclaredScope> Scopes { get; init; } = [];

    /// <summary>What the tree cannot show.</summary>
    public OutsideFacts Facts { get; init; } = OutsideFacts.None;

    /// <summary>Files of rules that the team wrote for itself.</summary>
    public IReadOnlyList<Fact<PathGlob>> Custom { get; init; } = [];

    public IReadOnlyList<DeclaredSuppression> Suppressions { get; init; } = [];

    /// <summary>The same, for paths from a directory below it: <c>services/api/</c>.</summary>
    public SettingsFile For(string directory) =>
        this with
        {
            ExcludedPaths = [.. ExcludedPaths.Select(glob => glob.For(directory))],
            Scopes = [.. Scopes.Select(scope => scope with { Paths = [.. scope.Paths.Select(glob => glob.For(directory))] })],
            Facts = Facts with
            {
                Files = [.. Facts.Files.Select(file => file with { Paths = file.Paths.For(directory) })],
                Environments = [.. Facts.Environments.Select(one => one with { ComposeFiles = [.. Below(one.ComposeFiles, directory)] })],
            },
            Suppressions = [.. Suppressions.Select(one => one with { Path = one.Path?.For(directory) })],
        };

    private static IEnumerable<Fact<string>> Below(IEnumerable<Fact<string>> paths, string directory) =>
        paths.Select(path =>
            path.Value.StartsWith(directory, StringComparison.Ordinal) ? path with { Value = path.Value[directory.Length..] } : path
        );
}

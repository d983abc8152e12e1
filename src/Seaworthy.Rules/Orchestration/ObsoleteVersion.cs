using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Compose files with a version, which Compose ignores.</summary>
internal sealed class ObsoleteVersion : Rule<IReadOnlyList<ComposeFile>>
{
    private const string Release = "docker/compose/releases/download/1.";

    // Source: release notes of docker-compose 1.27.0: the version is optional from then on.
    private const int FirstWithout = 27;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/obsolete-version",
            IsPractice = true,
            Title = "Obsolete Compose version key",
            Area = Area.Orchestration,
            Severity = Severity.Low,
            Rationale = "Compose ignores the key and prints a warning at every command, which hides important warnings.",
            Holds = "No compose file has the obsolete version key.",
        };

    // `docker stack deploy` and rancher-compose still need it.
    public override IEnumerable<IReadOnlyList<ComposeFile>> Subjects(Deployment deployment)
    {
        var files = deployment
            .Of<ComposeFile>()
            .Where(file => !SwarmFiles.Hold(file, deployment) && !IsOfRancher(file, deployment))
            .ToList();
        return
            files.Count == 0
            || deployment.Commands.Any(site => site.Command.Program == "rancher-compose" || site.Command.Words.Any(IsOlderCompose))
            ? []
            : [files];
    }

    /// <summary>A stack of Rancher 1: its own file is beside it, or it names Rancher's agents.</summary>
    /// <remarks>Source: Rancher 1.6 documentation, "Rancher Compose", "Labels".</remarks>
    private static bool IsOfRancher(ComposeFile file, Deployment deployment) =>
        deployment
            .Tree.FilesIn(file.File.Directory)
            .Any(other => other.Path.Split('/')[^1].StartsWith("rancher-compose.y", StringComparison.Ordinal)) || file.NamesRancher;

    /// <summary>A downloaded older Compose treats a file without a version as format 1 and rejects it.</summary>
    private static bool IsOlderCompose(ShellWord word) =>
        word.Raw.IndexOf(Release, StringComparison.Ordinal) is >= 0 and var at
        && int.TryParse(word.Raw[(at + Release.Length)..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
        && minor < FirstWithout;

    protected override Subject Identify(IReadOnlyList<ComposeFile> subject) => new("compose files", subject[0].File.Whole);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ComposeFile> subject, Deployment deployment)
    {
        var dated = subject.Select(file => file.Version).OfType<Model.Source.Fact<string>>().ToList();
        if (dated.Count > 0)
        {
            yield return Warn(dated[0].Span, $"`version: {dated[0].Value}` is obsolete.")
                .Related(dated.Skip(1).Select(version => version.Span))
                .Remedy(
                    $"Delete {dated[0].Span}{(dated.Count > 1 ? $" and the same line in {dated.Count - 1} other {(dated.Count == 2 ? "file" : "files")}" : "")}; only Compose before 1.27 needs it."
                )
                .VerifyAllGone();
        }
    }
}

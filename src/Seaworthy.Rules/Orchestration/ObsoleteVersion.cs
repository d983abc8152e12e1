using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Compose files state a version that today's Compose ignores.</summary>
internal sealed class ObsoleteVersion : Rule<IReadOnlyList<ComposeFile>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/obsolete-version",
            Title = "Obsolete version of a compose file",
            Area = Area.Orchestration,
            Severity = Severity.Low,
            Rationale = "Compose ignores it and warns at every command, which hides warnings that matter.",
            Holds = "No compose file states the obsolete version.",
        };

    // `docker stack deploy` still wants it, and so does rancher-compose.
    public override IEnumerable<IReadOnlyList<ComposeFile>> Subjects(Deployment deployment)
    {
        var files = deployment.Of<ComposeFile>().Where(file => !SwarmFiles.Hold(file, deployment)).ToList();
        return files.Count == 0 || deployment.Commands.Any(site => site.Command.Program == "rancher-compose") ? [] : [files];
    }

    protected override Subject Identify(IReadOnlyList<ComposeFile> subject) => new("compose files", subject[0].File.Whole);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ComposeFile> subject, Deployment deployment)
    {
        var dated = subject.Select(file => file.Version).OfType<Model.Source.Fact<string>>().ToList();
        if (dated.Count > 0)
        {
            yield return Warn(dated[0].Span, $"`version: {dated[0].Value}` is obsolete: Compose ignores it, and warns at every command.")
                .Related(dated.Skip(1).Select(version => version.Span))
                .Remedy($"Delete {dated[0].Span}{(dated.Count > 1 ? $" and the same line of {dated.Count - 1} other files" : "")}.")
                .Verify($"docker compose -f {subject[0].File.Path} config --quiet");
        }
    }
}

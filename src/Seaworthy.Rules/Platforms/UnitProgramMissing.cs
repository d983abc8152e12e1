using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>A service starts a script of the repository where the repository does not have it.</summary>
/// <remarks>Sources: systemd.exec(5), "Process Exit Codes": 203/EXEC; Upstart Cookbook, "exec".</remarks>
internal sealed class UnitProgramMissing : Rule<UnitProgramMissing.StartedScript>
{
    private static readonly string[] Endings = [".sh", ".py", ".rb", ".php", ".pl", ".bash"];

    // What installations make beside the sources.
    private static readonly string[] Made = ["venv", ".venv", "env", "node_modules", "vendor", "dist", "build", "target", "bin"];

    // Nobody installs one of these in the place of the checkout.
    private static readonly string[] OfScripts = ["bin", "script", "scripts", "deploy", "deployment", "ops", "tools", "resources"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/unit-program-missing",
            Title = "Missing program of service unit",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The init system finds no such file and gives up, so the service never starts.",
            Holds = "The script is where the unit starts it.",
        };

    public override IEnumerable<StartedScript> Subjects(Deployment deployment) =>
        from unit in deployment.Of<ServiceUnit>()
        where unit.Directory is { Value: ['/', ..] }
        let directory = unit.Directory?.Value.TrimEnd('/') ?? ""
        from command in unit.Commands.SelectMany(command => command.Commands)
        from word in command.Words.Take(2)
        where word.Literal is { } text && Endings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal))
        let path = word.Literal ?? ""
        let below = Below(path, directory)
        where below is not null && !Made.Contains(below.Split('/')[0])
        select new StartedScript(unit, path, below, directory, word.Span);

    protected override Subject Identify(StartedScript subject) => new(subject.Unit.File.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(StartedScript subject, Deployment deployment)
    {
        var name = subject.Below[(subject.Below.LastIndexOf('/') + 1)..];
        var alike = deployment
            .Tree.Files.Where(file => file.Path == name || file.Path.EndsWith("/" + name, StringComparison.Ordinal))
            .Take(2)
            .ToList();
        // The directory of the unit may be a part of the checkout.
        if (alike is not [var only] || !OfScripts.Contains(only.Path.Split('/')[0]) || MayBe(subject, only.Path))
        {
            yield break;
        }

        yield return LikelyFail(
                subject.Span,
                $"{subject.Unit.File.Name} starts `{subject.Path}`, but the repository has {name} only at `{only.Path}`."
            )
            .Related(subject.Unit.Directory?.Span, "the checkout")
            .Remedy($"Write `{subject.Directory}/{only.Path}` in {subject.Span}, or move the script.")
            .VerifyGoneOr($"git ls-files --error-unmatch {subject.Below}");
    }

    private static string? Below(string path, string directory) =>
        path.StartsWith(directory + "/", StringComparison.Ordinal) ? path[(directory.Length + 1)..]
        : path is ['/', ..] || path.Contains("..", StringComparison.Ordinal) ? null
        : path.StartsWith("./", StringComparison.Ordinal) ? path[2..]
        : path;

    /// <summary>The file in the repository lies as the unit says, below some part of the directory.</summary>
    private static bool MayBe(StartedScript subject, string actual)
    {
        var full = $"{subject.Directory}/{subject.Below}";
        return actual == subject.Below
            || full.EndsWith("/" + actual, StringComparison.Ordinal)
            || actual.EndsWith("/" + subject.Below, StringComparison.Ordinal) && subject.Below.Contains('/', StringComparison.Ordinal);
    }

    /// <param name="Path">As written.</param>
    /// <param name="Below">The same from the directory of the unit.</param>
    internal sealed record StartedScript(ServiceUnit Unit, string Path, string Below, string Directory, SourceSpan Span);
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script deploys and goes on after a command that failed.</summary>
internal sealed class ScriptGoesOnAfterFailure : Rule<ShellScript>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/script-goes-on-after-failure",
            Title = "Deploy script that goes on after a failure",
            Area = Area.Pipelines,
            Severity = Severity.Low,
            Confidence = Confidence.Medium,
            Rationale =
                "After a failed build or migration the script still restarts the service, with an old image or an old schema, and says that all went well.",
            Holds = "The script stops at the first failure.",
        };

    public override IEnumerable<ShellScript> Subjects(Deployment deployment) =>
        deployment.Pipelines.Select(pipeline => pipeline.Declared).OfType<ShellScript>();

    protected override Subject Identify(ShellScript subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(ShellScript subject, Deployment deployment)
    {
        var guards = subject.Commands.Count(command => command.Program is "exit" or "die");
        var place = subject.Commands.FirstOrDefault(command => command.Words.Count > 0)?.Span;
        if (!subject.StopsOnError && !subject.Commands.Any(command => command.StopsOnError) && guards == 0 && place is { } first)
        {
            yield return Warn(
                    first,
                    $"{subject.File.Path} deploys without `set -e`, and tests no command itself: after a failure it goes on to the next step."
                )
                .Remedy($"Put `set -euo pipefail` in front of {first}.")
                .Verify($"bash -n {subject.File.Path}");
        }
    }
}

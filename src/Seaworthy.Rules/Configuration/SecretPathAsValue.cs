using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A public image gets the path of a secret where it expects the secret.</summary>
internal sealed class SecretPathAsValue : Rule<Workload>
{
    private const string Secrets = "/run/secrets/";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/secret-path-as-value",
            Title = "Secret path used as value",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale = "The path itself becomes the password or name: logins with the real secret fail, and the password is public.",
            Holds = "Secret paths are in variables that end in _FILE.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload is { RunsKnownServer: true, Public.FileVariables.Count: > 0 })
            // A service of several projects is reported once per place with a path.
            .DistinctBy(workload => new { workload.Span, Given = Given(workload).FirstOrDefault()?.Span });

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        var given = Given(subject).ToList();
        if (given is [var first, ..])
        {
            var what = given.Count == 1 ? first.Name : string.Join(" and ", given.Select(variable => variable.Name));
            yield return Fail(
                    first.Span,
                    $"{subject.Name} sets {what} to the path `{first.Value.Text}`, but {subject.Public?.Name} uses the path itself as the value."
                )
                .Related(given.Skip(1).Select(variable => variable.Span))
                .Related(subject.Reference?.Span)
                .Remedy($"Rename the variable to `{first.Name}_FILE` in {first.Span}.")
                .VerifyAllGone();
        }
    }

    private static IEnumerable<SuppliedVariable> Given(Workload workload) =>
        workload
            .Supplied.Where(variable =>
                workload.Public?.FileVariables.Contains(variable.Name) == true
                && variable.Value.Text?.StartsWith(Secrets, StringComparison.Ordinal) == true
            )
            .DistinctBy(variable => variable.Span);
}

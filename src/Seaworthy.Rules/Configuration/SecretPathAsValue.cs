using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A public image is given the path of a secret where it takes the secret itself.</summary>
internal sealed class SecretPathAsValue : Rule<Workload>
{
    private const string Secrets = "/run/secrets/";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/secret-path-as-value",
            Title = "Path of a secret taken for the secret",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale =
                "The image takes the text of the path as the password or the name: whoever signs in with the secret is refused, and whoever reads the repository has the password.",
            Holds = "Paths of secrets are given under the names that end in _FILE.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload is { RunsKnownServer: true, Public.FileVariables.Count: > 0 })
            // One service of several projects is told once for each place that gives it a path.
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
                    $"{subject.Name} is given the path {first.Value.Text} as {what}: {subject.Public?.Name} takes the text of the path itself, and reads no file."
                )
                .Related(given.Skip(1).Select(variable => variable.Span))
                .Related(subject.Reference?.Span)
                .Remedy($"Name the variable `{first.Name}_FILE` in {first.Span}.")
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

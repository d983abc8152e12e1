using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job builds with an older runtime than the project requires.</summary>
internal sealed class RuntimeOlderThanNeeded : Rule<IReadOnlyList<JobRuntime>>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "runtime-older-than-needed",
            "Runtime older than required",
            Severity.High,
            "The build tool refuses the older runtime: the job fails on every run, and later jobs never start.",
            "The job builds with a runtime that the project accepts."
        );

    // One version too low has one cause, however many commands need a newer one.
    public override IEnumerable<IReadOnlyList<JobRuntime>> Subjects(Deployment deployment) =>
        deployment
            .All<JobRuntime>()
            .GroupBy(runtime => new
            {
                runtime.Subject,
                runtime.Held,
                runtime.IsMet,
            })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<JobRuntime> subject) => new(subject[0].Subject, subject[0].Held.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<JobRuntime> subject, Deployment deployment)
    {
        var runtime = subject[0];
        if (runtime.IsMet)
        {
            yield break;
        }

        var name = NameOf(runtime.Held.Value.Runtime);
        var message =
            $"{runtime.Subject} builds with {name} {runtime.Held.Value.Version}{Whose(runtime)}, but {runtime.Demand.Span.File.Path} requires {runtime.Demand.Version}: {runtime.Refusal}.";
        // What a label of the newest image means changes with the image.
        yield return (runtime.Machine is { IsMoving: true } ? Warn(runtime.Held.Span, message) : Fail(runtime.Held.Span, message))
            .Related(subject.Select(other => other.Demand.Span), "required here")
            .Related(subject.Select(other => other.By))
            .Remedy(
                runtime.Machine is null
                    ? $"Set {name} {Lowest(runtime)} in {runtime.Held.Span}, or lower the requirement in {runtime.Demand.Span}."
                    : $"Add `actions/setup-java` with `java-version: \"{runtime.Demand.Version}\"` before {runtime.By}."
            )
            .VerifyOneGone();
    }

    private static string Whose(JobRuntime runtime) =>
        runtime.Machine switch
        {
            { IsMoving: true } machine => $" (the default of {machine.Label} while that is Ubuntu 24.04)",
            { } machine => $" (the default of {machine.Label})",
            _ => "",
        };

    private static string Lowest(JobRuntime runtime) => runtime.Demand.Version.TrimStart('>', '=', '^', '~', ' ');

    private static string NameOf(string runtime) =>
        runtime switch
        {
            "java" => "Java",
            "python" => "Python",
            _ => "Node.js",
        };
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script under <c>set -e</c> counts up from 0 with <c>((i++))</c>, which fails.</summary>
internal sealed class CounterStopsScript : Rule<CounterStopsScript.CountingScript>
{
    private const int MorePlaces = 4;

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "counter-stops-script",
            "((i++)) under set -e",
            Severity.High,
            "`((i++))` returns status 1 when i is 0, so the script ends there without a message: only the first of ten services is deployed.",
            "No counter ends the script.",
            Certainty.Likely
        );

    // A step without such a counter deserves no PASS.
    public override IEnumerable<CountingScript> Subjects(Deployment deployment) =>
        deployment
            .Of<ShellScript>()
            .Where(script => script.StopsOnError && !IsOfEditor(script.File.Path))
            .Select(script => new CountingScript(script.File.Whole, script.StoppingCounters, script.CountingSteps))
            .Concat(
                deployment
                    .WorkflowSteps.Select(step => step.Run)
                    .OfType<StepScript>()
                    .Where(script => script.StoppingCounters.Count > 0)
                    .Select(script => new CountingScript(script.Span, script.StoppingCounters, script.CountingSteps))
            );

    /// <summary><c>.claude</c> and <c>.cursor</c> hold tools of the author: nothing is built, shipped or run by them.</summary>
    private static bool IsOfEditor(string path) =>
        path.StartsWith(".claude/", StringComparison.Ordinal) || path.StartsWith(".cursor/", StringComparison.Ordinal);

    protected override Subject Identify(CountingScript subject) => new(subject.Span.File.Path, subject.Span);

    protected override IEnumerable<Verdict> Check(CountingScript subject, Deployment deployment)
    {
        var counters = subject.Counters.OrderBy(counter => IsRaisedElsewhere(counter, subject) ? 1 : 0).ToList();
        if (counters is not [{ Value: var name, Span: var span }, ..])
        {
            yield break;
        }

        if (MacOf(subject, deployment) is { } mac)
        {
            yield return Unknown(
                span,
                $"unknown whether {span.File.Path} ends at `{span.Written}` when {name} is 0: Bash 4.1 does, but {mac} shows a Mac, whose /bin/bash is older."
            );
            yield break;
        }

        var said =
            counters.Count == 1
                ? $"{span.File.Path} ends at `{span.Written}` when {name} is 0, because the expression fails under `set -e`"
                : $"{span.File.Path} ends at the first of {counters.Count} counters like `{span.Written}` that is 0, because the expression fails under `set -e`";
        var first = counters.All(counter => CountsFailures(counter.Value))
            ? Warn(span, $"{said}. It would fail anyway, but skips the remaining checks.").As(Severity.Low)
            : Fail(span, $"{said}.").As(IsStartedByPipeline(subject, deployment) ? Severity.High : Severity.Medium);
        yield return counters
            .Skip(1)
            .Take(MorePlaces)
            .Aggregate(first, (verdict, next) => verdict.Related(next.Span, "also here"))
            .Remedy(
                subject.Steps.Count <= 1
                    ? $"Write `{name}=$(({name} + 1))` in {span}."
                    : $"Write `{name}=$(({name} + 1))` in {span}, and do the same for every other `((…++))` in {span.File.Path}: {Others(subject, span)}."
            )
            .Verify(TreeCheck.Gone([span, .. counters.Skip(1).Take(MorePlaces).Select(next => next.Span)]));
    }

    /// <summary>A step, or a script that a step calls: a person sees where it stops.</summary>
    private static bool IsStartedByPipeline(CountingScript subject, Deployment deployment) =>
        deployment.At<ShellScript>(subject.Span.File.Path) is null
        || deployment.Paths.Any(use =>
            use.Role == PathRole.Script
            && use.Answer.Looked == subject.Span.File.Path
            && deployment.Pipelines.Any(pipeline => pipeline.Declared.File == use.Span.File)
        );

    /// <summary>Where a document shows that people run the script on a Mac, whose /bin/bash is Bash 3.2.</summary>
    private static SourceSpan? MacOf(CountingScript subject, Deployment deployment) =>
        deployment.At<ShellScript>(subject.Span.File.Path) is { Interpreter.Value: "/bin/bash" } script
        && !deployment.WorkflowSteps.Any(step => step.Run?.Text.Raw.Contains(script.File.Name, StringComparison.Ordinal) is true)
            ? deployment
                .Of<Document>()
                .Where(document => IsAbove(document.File.Directory, script.File.Directory))
                .Select(document => document.MacHome)
                .FirstOrDefault(place => place is not null)
            : null;

    private static bool IsAbove(string directory, string other) =>
        directory.Length == 0 || other == directory || other.StartsWith($"{directory}/", StringComparison.Ordinal);

    /// <summary>Where a function in a condition raises it as well, it may be above 0 by then.</summary>
    private static bool IsRaisedElsewhere(Fact<string> counter, CountingScript script) =>
        script.Steps.Any(step => step.Value == counter.Value && !script.Counters.Any(stopping => stopping.Span == step.Span));

    private static string Others(CountingScript script, SourceSpan first) =>
        NameList.Of([.. script.Steps.Where(step => step.Span != first).Select(step => $"line {step.Span.StartLine}")], 2 * MorePlaces);

    /// <summary><c>errors</c>, <c>FAILED</c>: such a counter makes the script fail anyway.</summary>
    private static bool CountsFailures(string name) =>
        name.Contains("error", StringComparison.OrdinalIgnoreCase) || name.Contains("fail", StringComparison.OrdinalIgnoreCase);

    /// <summary>A script, or the script of a step.</summary>
    /// <param name="Counters">The increments that end it at 0.</param>
    /// <param name="Steps">All increments, also those whose failure a caller sees.</param>
    internal sealed record CountingScript(SourceSpan Span, IReadOnlyList<Fact<string>> Counters, IReadOnlyList<Fact<string>> Steps);
}

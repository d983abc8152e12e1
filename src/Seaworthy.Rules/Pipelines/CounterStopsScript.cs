using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script that stops at the first failure counts up from 0, which is one.</summary>
internal sealed class CounterStopsScript : Rule<CounterStopsScript.CountingScript>
{
    private const int MorePlaces = 4;

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "counter-stops-script",
            "Counter that ends its script",
            Severity.High,
            "The script ends in the middle with status 1 and without a message: of ten checks the first is made, of ten services the first is deployed.",
            "No counter of the script ends it.",
            Certainty.Likely
        );

    // A step without such a counter has nothing to be praised for.
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

    /// <summary>Below <c>.claude</c> or <c>.cursor</c> stand the tools of who writes the code: nothing is built, shipped or run by them.</summary>
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
                $"{span.File.Path} ends at `{span.Written}` when {name} is 0, in Bash since 4.1; {mac} shows a Mac, whose /bin/bash is older and goes on, and no workflow runs the script."
            );
            yield break;
        }

        var said =
            counters.Count == 1
                ? $"{span.File.Path} ends at `{span.Written}` when {name} is 0: the value of the expression is 0 then, which the shell takes for a failure, and it was told to stop at the first one"
                : $"{span.File.Path} ends at the first of {counters.Count} steps like `{span.Written}` that it reaches with a counter of 0: the value of the expression is 0 then, which the shell takes for a failure, and it was told to stop at the first one";
        var first = counters.All(counter => CountsFailures(counter.Value))
            ? Warn(span, $"{said}; it would have failed in the end, but says nothing of what it was to try after that.").As(Severity.Low)
            : Fail(span, $"{said}.");
        yield return counters
            .Skip(1)
            .Take(MorePlaces)
            .Aggregate(first, (verdict, next) => verdict.Related(next.Span, "this one, too"))
            .Remedy(
                subject.Steps.Count <= 1
                    ? $"Write `{name}=$(({name} + 1))` in {span}."
                    : $"Write `{name}=$(({name} + 1))` in {span}, and every other `((…++))` of {span.File.Path} likewise: {Others(subject, span)}."
            )
            .Verify(TreeCheck.Gone([span, .. counters.Skip(1).Take(MorePlaces).Select(next => next.Span)]));
    }

    /// <summary>Where a document shows that people run the script on a Mac, by the Bash 3.2 that stands there as /bin/bash.</summary>
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

    /// <summary>Where a function is excused that raises it as well, it may be above 0 by then.</summary>
    private static bool IsRaisedElsewhere(Fact<string> counter, CountingScript script) =>
        script.Steps.Any(step => step.Value == counter.Value && !script.Counters.Any(stopping => stopping.Span == step.Span));

    private static string Others(CountingScript script, SourceSpan told) =>
        NameList.Of([.. script.Steps.Where(step => step.Span != told).Select(step => $"line {step.Span.StartLine}")], 2 * MorePlaces);

    /// <summary><c>errors</c>, <c>FAILED</c>: what is counted makes the script fail anyway.</summary>
    private static bool CountsFailures(string name) =>
        name.Contains("error", StringComparison.OrdinalIgnoreCase) || name.Contains("fail", StringComparison.OrdinalIgnoreCase);

    /// <summary>A script, or the script of a step.</summary>
    /// <param name="Counters">The steps that end it when they are reached with 0.</param>
    /// <param name="Steps">All steps, also those whose failure a caller sees.</param>
    internal sealed record CountingScript(SourceSpan Span, IReadOnlyList<Fact<string>> Counters, IReadOnlyList<Fact<string>> Steps);
}

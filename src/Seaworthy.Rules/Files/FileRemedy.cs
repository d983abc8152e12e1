using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Files;

/// <summary>What to change so that the tool accepts the file: the cause in all its places, and what else it refuses there.</summary>
internal static class FileRemedy
{
    private const int MostPlaces = 9;

    public static string Of(IReadOnlyList<Problem> cause, ReadFile subject, Deployment deployment)
    {
        var first = cause[0];
        if (cause.All(problem => problem.GithubValue is not null))
        {
            return ForeignExpression(cause, subject, deployment) + Besides(cause, subject);
        }

        var alike = cause.Where(problem => problem.Message == first.Message).ToList();
        // A specific remedy is only for these problems; otherwise the rest may follow from the first.
        return Own(first, Places(alike.Select(problem => problem.Span)), EmptySection.Without([.. alike.Select(problem => problem.Span)]))
            + Besides(first.Remedy is null ? cause : alike, subject);
    }

    /// <summary>What else the tool refuses, or passes on to a tool that refuses it: the first remedy alone would change nothing.</summary>
    public static string Besides(IReadOnlyList<Problem> reported, ReadFile subject)
    {
        var places = reported.SelectMany(one => new[] { one.Span.Start, one.Related?.Start }).OfType<int>().ToHashSet();
        // Another complaint about the same line goes with it.
        var lines = reported.Select(one => one.Span.StartLine).ToHashSet();
        var others = subject
            .Problems.Where(problem =>
                Stops(problem)
                && !problem.Span.IsWholeFile
                && !lines.Contains(problem.Span.StartLine)
                && !places.Contains(problem.Span.Start)
            )
            .ToList();
        var what = others.TrueForAll(subject.IsRefusedFor) ? "it refuses" : "is wrong";
        return others.Count > 0 && reported.Any(Stops) ? $" Also fix what {what} in {Places(others.Select(problem => problem.Span))}." : "";

        bool Stops(Problem problem) => problem.IsHandedOn || subject.IsRefusedFor(problem);
    }

    /// <summary>Only GitHub's own files know its expressions: the value goes through the environment of the step that loads the file.</summary>
    private static string ForeignExpression(IReadOnlyList<Problem> cause, ReadFile subject, Deployment deployment)
    {
        var names = cause.GroupBy(problem => problem.GithubValue, problem => problem.Span).ToList();
        var written = string.Join(", ", names.Select(same => $"`${{{same.Key}}}` in {Places(same)}"));
        var given = string.Join(
            ", ",
            cause.DistinctBy(problem => problem.GithubValue).Select(problem => $"`{problem.GithubValue}: {problem.Span.Written}`")
        );
        var step = deployment
            .Of<Workflow>()
            .SelectMany(workflow => deployment.CommandsIn(workflow.File))
            .FirstOrDefault(site => site.Span.Mentions(subject.Artifact.File.Name));
        return $"Write {written}, and set {given} in the `env:` of {(step is null ? "the step that loads the file" : $"the step at {step.Span}, which loads the file")}: {subject.Tool.Name} does not know GitHub expressions.";
    }

    private static string Own(Problem problem, string places, SourceSpan? emptied) =>
        problem switch
        {
            { Remedy: { } own } => $"{own} ({places}).",
            { Kind: ProblemKind.Syntax, PastedOutput: { } pasted } =>
                $"Restore the commands that the pasted output of another program replaced: it begins in {pasted} and ends near line {pasted.EndLine}; the shell fails only in {places}.",
            { Kind: ProblemKind.Syntax } =>
                $"Correct {places}; the cause may be in the lines above, and more errors may show below once it is fixed.",
            { Kind: ProblemKind.UnknownKey } when emptied is not null =>
                $"Delete it in {places} together with `{emptied.Quote}` in {emptied}, which would be empty, or move it to where it belongs.",
            { Kind: ProblemKind.UnknownKey } => $"Delete it in {places}, or move it to where it belongs.",
            _ => $"Correct {places}.",
        };

    private static string Places(IEnumerable<SourceSpan> spans) =>
        NameList.Of([.. spans.Select(span => span.ToString()).Distinct(StringComparer.Ordinal)], MostPlaces);
}

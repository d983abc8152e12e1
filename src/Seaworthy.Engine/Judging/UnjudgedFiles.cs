using System.Globalization;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// The files whose harm nobody can tell, so that the whole has no number: empty, hidden from git, not read, or refused by the tool that they are for. Nobody deploys from a test or a sample, so none of them counts.
/// </summary>
internal static class UnjudgedFiles
{
    private static readonly string[] Refusals = ["files/invalid-file", "files/duplicate-key"];

    /// <param name="reading">What is there and says nothing, and what could not be read.</param>
    /// <param name="unread">What the base reads and this tree does not.</param>
    /// <param name="findings">Those that are accepted among them: who accepts that a file is refused does not know what it does.</param>
    /// <param name="scopeOf">Where a file is used.</param>
    public static IReadOnlyList<UnjudgedFile> Of(
        DeploymentReading reading,
        IEnumerable<Diagnostic> unread,
        IEnumerable<Finding> findings,
        Func<string, Scope> scopeOf
    )
    {
        // What a tool refuses and what was read all the same is judged: a reference to nothing, a value out of its range.
        var hiding = reading
            .Deployment.Artifacts.SelectMany(artifact => artifact.Problems)
            .Where(problem => problem.HidesWhatWasMeant)
            .Select(problem => PlaceOf(problem.Span))
            .ToHashSet();
        return
        [
            .. reading
                .Diagnostics.Concat(unread)
                .Where(diagnostic => diagnostic is { IsIncomplete: true, Path: { Length: > 0 } path } && !IsLock(path))
                .Select(diagnostic => new UnjudgedFile(
                    diagnostic.Path ?? "",
                    diagnostic.Kind == DiagnosticKind.LimitReached ? "is read only in part" : "is not read"
                ))
                .Concat(reading.Unjudged)
                .Concat(
                    findings
                        .Where(finding =>
                            finding.Outcome == Outcome.Fail
                            && Refusals.Contains(finding.Rule.Id)
                            && hiding.Contains(PlaceOf(finding.Primary.Span))
                        )
                        .Select(finding => new UnjudgedFile(
                            finding.Primary.Span.File.Path,
                            $"is refused by its tool for line {finding.Primary.Span.StartLine.ToString(CultureInfo.InvariantCulture)}"
                        ))
                )
                .DistinctBy(file => file.Path, StringComparer.Ordinal)
                .Where(file => scopeOf(file.Path) is not (Scope.Test or Scope.Sample))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>What a tool wrote down of itself: <c>bun.lockb</c>.</summary>
    private static bool IsLock(string path) => RepositoryPath.NameOf(path).Contains("lock", StringComparison.Ordinal);

    private static Line PlaceOf(SourceSpan span) => new(span.File.Path, span.StartLine);

    private sealed record Line(string Path, int Number);
}

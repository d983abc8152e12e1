using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Suppressing;

/// <summary>
/// Sets apart the findings that a comment, the configuration or a baseline accepts. The audited repository may be hostile: nothing is accepted without being counted and listed, and what
/// accepts nothing any more is reported.
/// </summary>
internal sealed class Suppressor
{
    private const int PlacesShown = 3;

    private readonly AuditOptions options;
    private readonly TrustedComments? trusted;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly IReadOnlyList<AllowComment> comments;
    private readonly ILookup<Allowed, AllowComment> commentsAt;
    private readonly IReadOnlyList<DeclaredSuppression> declared;
    private readonly HashSet<object> used = new(ReferenceEqualityComparer.Instance);

    private Suppressor(IReadOnlyList<Finding> findings, Deployment deployment, AuditOptions options)
    {
        this.options = options;
        trusted = options.Trusted is { } tree ? new TrustedComments(tree) : null;
        comments =
        [
            .. Comments(Files(findings, deployment))
                .Where(comment => Holds(comment.Until, $"The comment in line {comment.Span.StartLine}", comment.Rule, comment.Span)),
        ];
        commentsAt = comments
            .SelectMany(comment => comment.Lines, (comment, line) => new { comment, line })
            .ToLookup(pair => new Allowed(pair.comment.Span.File.Path, pair.comment.Rule, pair.line), pair => pair.comment);
        declared =
        [
            .. options.Settings.Suppressions.Where(one =>
                Holds(one.Until, $"The suppression in line {one.Span.StartLine}", one.Rule, one.Span)
            ),
        ];
    }

    /// <param name="findings">All of them, in their order.</param>
    /// <param name="deployment">Whose files may hold comments.</param>
    /// <param name="options">Configuration, baseline and day.</param>
    /// <param name="rules">The rules that were asked: what is said of another is no sign of anything.</param>
    public static Acceptance Sort(IReadOnlyList<Finding> findings, Deployment deployment, AuditOptions options, IEnumerable<RuleInfo> rules)
    {
        Suppressor suppressor = new(findings, deployment, options);
        var sorted = findings.Select(suppressor.Weigh).ToLookup(finding => finding.Suppression is not null);
        suppressor.TellUnused([.. rules.Select(rule => rule.Id)], findings);
        suppressor.TellGone(findings);
        return new Acceptance([.. sorted[false]], [.. sorted[true]], [.. Counts([.. sorted[true]]), .. suppressor.diagnostics]);
    }

    // Another tool may find something in a file that no reader reads.
    private static IEnumerable<SourceFile> Files(IReadOnlyList<Finding> findings, Deployment deployment) =>
        deployment
            .Artifacts.Select(artifact => artifact.File)
            .Concat(findings.Where(finding => finding.Rule.Tool is not null).Select(finding => finding.Primary.Span.File))
            .DistinctBy(file => file.Path, StringComparer.Ordinal);

    private IEnumerable<AllowComment> Comments(IEnumerable<SourceFile> files)
    {
        if (!options.TakesComments)
        {
            yield break;
        }

        foreach (var file in files)
        {
            if (options.Settings.Reports(file.Path) && AllowComments.In(file) is { } found)
            {
                diagnostics.AddRange(found.Faults);
                foreach (var comment in trusted is null ? found.Valid : trusted.Narrow(found.Valid).Where(IsTrusted))
                {
                    yield return comment;
                }
            }
        }
    }

    private bool IsTrusted(AllowComment comment)
    {
        if (comment.Lines.Count == 0)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKind.CommentUntrusted,
                    $"The comment in line {comment.Span.StartLine} does not allow {comment.Rule}: {options.Trusted?.Name} does not hold it beside this line.",
                    comment.Span.File.Path
                )
            );
        }

        return comment.Lines.Count > 0;
    }

    private bool Holds(DateOnly? until, string what, string rule, SourceSpan span)
    {
        if (until is not { } day || day >= options.Today)
        {
            return true;
        }

        diagnostics.Add(
            new Diagnostic(
                DiagnosticKind.SuppressionExpired,
                $"{what} allowed {rule} until {Text(day)}: it is reported again.",
                span.File.Path
            )
        );
        return false;
    }

    private Finding Weigh(Finding finding)
    {
        if (finding.Outcome == Outcome.Pass)
        {
            return finding;
        }

        // All that fit are of use, and the one nearest to the line speaks.
        var place = finding.Primary.Span;
        var comment = Used(commentsAt[new Allowed(place.File.Path, finding.Rule.Id, place.IsWholeFile ? 0 : place.StartLine)]);
        var entry = Used(declared.Where(one => Speaks(one, finding)));
        return finding with
        {
            Suppression =
                comment is not null ? new(SuppressionKind.Comment, comment.Reason, comment.Span.ToString(), comment.Until)
                : entry is not null ? new(SuppressionKind.Configuration, entry.Reason, Place(entry.Span), entry.Until)
                : options.Baseline is { } baseline && baseline.Holds(finding)
                    ? new(SuppressionKind.Baseline, "known when the baseline was written", baseline.Name)
                : null,
        };
    }

    // A text of one line may begin at the start of its file, which is how a whole file is written.
    private static string Place(SourceSpan span) => $"{span.File.Path}:{span.StartLine.ToString(CultureInfo.InvariantCulture)}";

    private T? Used<T>(IEnumerable<T> fitting)
        where T : class
    {
        T? first = null;
        foreach (var one in fitting)
        {
            used.Add(one);
            first ??= one;
        }

        return first;
    }

    private static bool Speaks(DeclaredSuppression one, Finding finding) =>
        one.Rule == finding.Rule.Id
        && (one.Fingerprint is null || one.Fingerprint == finding.Id)
        && (one.Subject is null || one.Subject == finding.Verdict.About || one.Subject == finding.Verdict.Subject)
        && (one.Path is null || one.Path.Matches(finding.Primary.Span.File.Path));

    private void TellUnused(HashSet<string> asked, IReadOnlyList<Finding> findings)
    {
        var places = findings
            .Where(finding => finding.Outcome != Outcome.Pass)
            .ToLookup(finding => new { finding.Primary.Span.File.Path, finding.Rule.Id }, finding => finding.Primary.Span);
        foreach (var comment in comments.Where(comment => !used.Contains(comment) && asked.Contains(comment.Rule)))
        {
            var advice = Elsewhere([.. places[new { comment.Span.File.Path, Id = comment.Rule }].Take(PlacesShown)]);
            Tell($"The comment in line {comment.Span.StartLine} allows {comment.Rule}, which finds nothing there{advice}.", comment.Span);
        }

        foreach (var one in declared.Where(one => !used.Contains(one) && asked.Contains(one.Rule)))
        {
            Tell($"The suppression in line {one.Span.StartLine} is of {one.Rule}, which finds nothing like it: remove it.", one.Span);
        }

        void Tell(string message, SourceSpan span) =>
            diagnostics.Add(new Diagnostic(DiagnosticKind.SuppressionUnused, message, span.File.Path));
    }

    // Of the places that a finding shows, only the first counts: a comment beside another place gets a note that says where.
    private static string Elsewhere(IReadOnlyList<SourceSpan> places) =>
        places.Count == 0 ? ": remove it"
        : places.Any(place => place.IsWholeFile) ? " but something of the whole file: write it at the head"
        : $" but in line {string.Join(", ", places.Select(place => place.StartLine))}: write it there or in the line above";

    private void TellGone(IReadOnlyList<Finding> findings)
    {
        if (options.Baseline is { } baseline && baseline.Gone(findings).Count is > 0 and var gone)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKind.BaselineOutdated,
                    $"{gone} of the {Findings(baseline.Entries.Count)} in the baseline {(gone == 1 ? "is" : "are")} not found any more: 'seaworthy baseline prune' drops {(gone == 1 ? "it" : "them")}.",
                    baseline.Name
                )
            );
        }
    }

    private static IEnumerable<Diagnostic> Counts(IReadOnlyList<Finding> suppressed)
    {
        if (suppressed.Count == 0)
        {
            yield break;
        }

        var by = suppressed
            .GroupBy(finding => finding.Suppression?.Kind)
            .OrderBy(group => (int?)group.Key)
            .Select(group => $"{group.Count()} by {By(group.Key)}");
        yield return new Diagnostic(
            DiagnosticKind.FindingsSuppressed,
            $"{Findings(suppressed.Count)} suppressed: {string.Join(", ", by)}."
        );
    }

    private static string By(SuppressionKind? kind) =>
        kind switch
        {
            SuppressionKind.Comment => "comments",
            SuppressionKind.Configuration => "the configuration",
            _ => "the baseline",
        };

    private static string Findings(int count) => count == 1 ? "1 finding" : $"{count.ToString(CultureInfo.InvariantCulture)} findings";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Allowed(string Path, string Rule, int Line);
}

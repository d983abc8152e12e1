using Seaworthy.Engine.Importing;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Claims;

/// <summary>
/// Claims that a relation of the model confirms, although no rule reports them, as results of another tool. Their words are the model's own:
/// nothing that the author of a claim wrote becomes a finding.
/// </summary>
public static class ConfirmedClaims
{
    private const string Tool = "claims";

    public static ImportedLog Of(IReadOnlyList<ClaimAnswer> answers) =>
        new(
            Tool,
            [.. answers.Where(answer => answer is { Verdict: ClaimVerdict.Confirmed, Finding: null, SameAs: null }).SelectMany(Results)]
        );

    private static IEnumerable<ImportedResult> Results(ClaimAnswer answer) => answer.At is { } at ? [Result(answer, at)] : [];

    private static ImportedResult Result(ClaimAnswer answer, SourceSpan at) =>
        new()
        {
            Tool = Tool,
            Rule = answer.Claim.Kind.Name,
            Level = "warning",
            Title = answer.Claim.Kind.Meaning,
            Message = answer.Because,
            Uri = at.File.Path,
            StartLine = at.IsWholeFile ? 0 : at.StartLine,
        };
}

using Seaworthy.Model;

namespace Seaworthy.Rules.Ports;

/// <summary>A regular expression for endings of files takes requests away from a location that passes them on.</summary>
/// <remarks>Source: nginx documentation, "location": the longest prefix is remembered, then regular expressions are checked in order and the first match wins, unless the prefix has <c>^~</c>. Tried with nginx 1.22.</remarks>
internal sealed class RegexBeforePrefix : Rule<TakenLocation>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/regex-before-prefix",
            Title = "Regex location overrides prefix",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A matching regular expression wins over a plain prefix, so these files are sought in another place and most requests get 404.",
            Holds = "The location passes requests for files on.",
        };

    public override IEnumerable<TakenLocation> Subjects(Deployment deployment) => TakenLocation.All(deployment);

    protected override Subject Identify(TakenLocation subject) => new(subject.Prefix.Path.Value, subject.Prefix.Path.Span);

    protected override IEnumerable<Verdict> Check(TakenLocation subject, Deployment deployment)
    {
        if (!subject.IsTaken)
        {
            yield break;
        }

        var (prefix, suffix) = (subject.Prefix.Path, subject.Suffix.Path);
        var isAll = prefix.Value == "/";
        yield return LikelyFail(
                isAll ? suffix.Span : prefix.Span,
                $"`location {subject.Suffix.Modifier} {suffix.Value}` takes {subject.Files} with such endings away from `location {prefix.Value}`."
            )
            .Related(suffix.Span, "matches first")
            .Related(prefix.Span)
            .Related(subject.Because, "files")
            .Remedy(
                isAll
                    ? $"Remove the location at {suffix.Span}: it has neither `root` nor `proxy_pass`."
                    : $"Write `location ^~ {prefix.Value} {{` in {prefix.Span}."
            )
            .VerifyGone();
    }
}

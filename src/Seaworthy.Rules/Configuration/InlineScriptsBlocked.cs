using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A proxy sends a Content-Security-Policy that forbids the inline scripts with which a framework starts its pages.</summary>
internal sealed class InlineScriptsBlocked : Rule<PagePolicy>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/inline-scripts-blocked",
            Title = "CSP blocks inline scripts",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The browser shows the HTML of the server, refuses the scripts, and nothing on the page reacts. Development without the proxy does not show it.",
            Holds = "The policy allows the scripts of the page.",
        };

    public override IEnumerable<PagePolicy> Subjects(Deployment deployment) =>
        deployment.All<PagePolicy>().DistinctBy(policy => policy.Span);

    protected override Subject Identify(PagePolicy subject) => new(subject.Page.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(PagePolicy subject, Deployment deployment)
    {
        if (!subject.Blocks)
        {
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Proxy.Name} sends `{subject.Directive}` with the pages of {subject.Page.Name}, so browsers refuse the inline scripts of {subject.Framework}."
            )
            .Related(subject.Page.Span, "renders the pages")
            .Remedy(
                $"Remove `Content-Security-Policy` from {subject.Span} and have {subject.Framework} send it with a nonce for each request, or add `'unsafe-inline'` to its `script-src`."
            )
            .VerifyGone();
    }
}

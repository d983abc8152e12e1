using Seaworthy.Model;

namespace Seaworthy.Rules.Security;

/// <summary>A program behind a proxy limits requests by address, and takes the address of the proxy for that of every client.</summary>
/// <remarks>Sources: Express, "Express behind proxies": without <c>trust proxy</c>, <c>req.ip</c> is the address of the socket; express-rate-limit, "Troubleshooting Proxy Issues".</remarks>
internal sealed class RateLimitOfProxy : Rule<LimitedProgram>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/rate-limit-of-proxy",
            Title = "Rate limit counts proxy",
            Area = Area.Security,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "All clients share one limit: a few visitors, or one attacker, lock everybody out with 429.",
            Holds = "The rate limit counts each client by its own address.",
        };

    public override IEnumerable<LimitedProgram> Subjects(Deployment deployment) => LimitedProgram.All(deployment);

    protected override Subject Identify(LimitedProgram subject) => new(subject.Workload.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(LimitedProgram subject, Deployment deployment)
    {
        if (subject.IsTold)
        {
            yield break;
        }

        var directory = subject.Component.Root.Length == 0 ? "." : subject.Component.Root;
        yield return Warn(
                subject.Span,
                $"{subject.Workload.Name} limits requests by address with `{subject.Limiter.Package}`, but each comes from {subject.Proxy}, which it is not set to trust."
            )
            .Related(subject.ProxyAt, "in front")
            .Remedy($"Add `{subject.Limiter.Remedy}` to the program in {directory}, with as many hops as there are proxies.")
            .Verify($"git grep -niE {"trust.?proxy|proxyfix"} -- {directory}   # must find it");
    }
}

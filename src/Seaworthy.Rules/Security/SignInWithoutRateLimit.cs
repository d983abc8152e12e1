using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A service takes passwords as fast as somebody can try them.</summary>
internal sealed class SignInWithoutRateLimit : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/sign-in-without-rate-limit",
            Title = "Sign-in without a limit",
            Area = Area.Security,
            Severity = Severity.Medium,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Whoever has a list of passwords or codes can try them all, as fast as the program answers.",
            Holds = "Sign-in is limited.",
        };

    protected override CapabilityKind Kind => CapabilityKind.RateLimit;

    protected override string Doubt => "Whether sign-in is limited";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} of {capability.About} may be tried as often as somebody likes: no package, proxy or code limits requests.";

    protected override string Remedy(Capability capability) =>
        "Limit requests to this route by address and account, with the package of the framework or at the proxy.";

    protected override CommandText Check(Capability capability) =>
        $"for i in $(seq 30); do curl -s -o /dev/null -w '%{{http_code}}\\n' -X POST http://localhost:8080{PathOf(capability.Wanting[0].Value)}; done";

    /// <summary>Of <c>POST /auth/login</c>.</summary>
    private static string PathOf(string route) => route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}

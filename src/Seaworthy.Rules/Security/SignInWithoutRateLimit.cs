using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A service accepts password attempts without a limit.</summary>
internal sealed class SignInWithoutRateLimit : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/sign-in-without-rate-limit",
            Title = "Login without rate limit",
            Area = Area.Security,
            Severity = Severity.Medium,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "An attacker can try a whole list of passwords or codes, as fast as the program answers.",
            Holds = "Login attempts are limited.",
        };

    protected override CapabilityKind Kind => CapabilityKind.RateLimit;

    protected override string Doubt => "Whether login attempts are limited";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} of {capability.About} has no rate limit: no package, proxy or code limits requests.";

    protected override string Remedy(Capability capability) =>
        "Limit requests to this route by address and account, in the framework or at the proxy.";

    protected override CommandText Check(Capability capability) =>
        $"for i in $(seq 30); do curl -s -o /dev/null -w '%{{http_code}}\\n' -X POST http://localhost:8080{PathOf(capability.Wanting[0].Value)}; done";

    /// <summary>Of <c>POST /auth/login</c>.</summary>
    private static string PathOf(string route) => route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}

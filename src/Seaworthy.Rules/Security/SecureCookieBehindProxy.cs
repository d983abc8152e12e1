using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A program behind a proxy that ends TLS gives its session a cookie for HTTPS only, and takes every request for plain HTTP.</summary>
/// <remarks>
/// Sources: express-session, README, "cookie.secure": behind a proxy the cookie is not set unless "trust proxy" is; Express, "Express behind proxies"; Fastify documentation, <c>trustProxy</c>;
/// Heroku, Render and Railway set NODE_ENV to production for Node.js.
/// </remarks>
internal sealed class SecureCookieBehindProxy : Rule<SecureCookieBehindProxy.SecureSession>
{
    private static readonly SessionPackage[] Packages =
    [
        new("express-session", "app.set('trust proxy', 1)"),
        new("cookie-session", "app.set('trust proxy', 1)"),
        new("@fastify/session", "Fastify({ trustProxy: true })"),
    ];

    // What a program has that believes the proxy, or ends TLS itself.
    private static readonly string[] Trusts =
    [
        "trust proxy",
        "trustproxy",
        "trust_proxy",
        "trust-proxy",
        "x-forwarded-proto",
        "secureproxy",
        "https.createserver",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/secure-cookie-behind-proxy",
            Title = "Secure cookie behind untrusted proxy",
            Area = Area.Security,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The proxy ends TLS, so the program sees plain HTTP and does not send the cookie: nobody stays logged in.",
            Holds = "The program trusts the proxy that ends TLS.",
        };

    public override IEnumerable<SecureSession> Subjects(Deployment deployment)
    {
        FrontProxies proxies = new(deployment);
        var found =
            from workload in deployment.Workloads
            where workload.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
            let proxy = proxies.Of(workload)
            where proxy is not null
            from component in workload.Components
            from file in component.Code
            where !file.IsTest
            let package = Array.Find(Packages, known => file.Imports.Any(import => import.IsOf(known.Name)))
            where package is not null
            from cookie in file.Settings
            where
                cookie.Name == FrameworkSetting.SecureCookie
                || (cookie.Name == FrameworkSetting.SecureCookieInProduction && RunsInProduction(workload))
            select new SecureSession(workload, component, package.Name, package.Remedy, cookie.Span, proxy);
        return found.DistinctBy(session => session.Span);
    }

    protected override Subject Identify(SecureSession subject) => new(subject.Workload.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(SecureSession subject, Deployment deployment)
    {
        if (subject.Component.Code.Any(file => Array.Exists(Trusts, word => file.File.Mentions(word, StringComparison.OrdinalIgnoreCase))))
        {
            yield break;
        }

        var directory = subject.Component.Root.Length == 0 ? "." : subject.Component.Root;
        yield return LikelyFail(
                subject.Span,
                $"The session of {subject.Workload.Name} has a secure cookie, but `{subject.Package}` does not trust {subject.Proxy.Value}: it sees HTTP and sends no cookie."
            )
            .Related(subject.Proxy.Span, "in front")
            .Remedy($"Add `{subject.Remedy}` to the program in {directory}, before the session.")
            .Verify($"git grep -niE {"trust.?proxy"} -- {directory}   # must find it");
    }

    private static bool RunsInProduction(Workload workload) =>
        workload.Kind is TargetKind.Render or TargetKind.Heroku or TargetKind.Railway
        || workload.Supplied.Any(variable => variable is { Name: "NODE_ENV", Value.Text: "production" });

    internal sealed record SecureSession(
        Workload Workload,
        Component Component,
        string Package,
        string Remedy,
        SourceSpan Span,
        Fact<string> Proxy
    );

    private sealed record SessionPackage(string Name, string Remedy);
}

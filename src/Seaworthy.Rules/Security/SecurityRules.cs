namespace Seaworthy.Rules.Security;

/// <summary>The rules of this folder.</summary>
internal static class SecurityRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ExposedDataStore(),
        new SignInWithoutRateLimit(),
        new NoVulnerabilityScan(),
        new EntryWithoutEncryption(),
        new AssetRunOnOpening(),
        new ExposedAdminInterface(),
        new PublicDatabase(),
        new TrustOfAnyRepository(),
        new RateLimitOfProxy(),
        new ApiWithoutAuthentication(),
        new ActuatorOpen(),
        new RestFrameworkOpen(),
        new RoutesWithoutGuard(),
        new SelfHostedRunnerOnPullRequest(),
        new CorsAnyOrigin(),
        new PasswordHashedFast(),
        new RoleChosenAtSignUp(),
        new SecureCookieBehindProxy(),
    ];
}

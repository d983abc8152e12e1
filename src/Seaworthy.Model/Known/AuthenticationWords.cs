using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>Words by which a file shows that something asks who calls. Their absence is the evidence: a program without any of them asks nobody.</summary>
public static class AuthenticationWords
{
    // "auth" alone would find every author.
    private static readonly string[] Signs =
    [
        "authoriz",
        "authoris",
        "authenti",
        "oauth",
        "isauth",
        "requireauth",
        "auth_",
        "_auth",
        "auth(",
        "/auth",
        "auth/",
        "basicauth",
        "auth0",
        "jwt",
        "bearer",
        "session",
        "token",
        "passport",
        "csrf",
        "clerk",
        "keycloak",
        "cognito",
        "permission",
        "login",
        "signin",
        "sign_in",
        "sign-in",
        "hmac",
        "signature",
        "apikey",
        "api_key",
        "api-key",
    ];

    // What proxies, meshes and clusters ask for.
    private static readonly string[] Guards =
    [
        "auth_basic",
        "auth_request",
        "auth_jwt",
        "basicauth",
        "basic_auth",
        "forward_auth",
        "forwardauth",
        "oauth2",
        "auth-url",
        "auth-type",
        "authelia",
        "authentik",
        "pomerium",
        "AuthorizationPolicy",
        "RequestAuthentication",
        "deny all",
    ];

    /// <summary>Source, a manifest or properties of a program.</summary>
    public static bool AreIn(SourceFile file) => Has(file, Signs);

    /// <summary>The configuration of a proxy, a Compose file or a manifest of Kubernetes that guards what is behind it.</summary>
    public static bool GuardIn(SourceFile file) => Has(file, Guards);

    private static bool Has(SourceFile file, string[] words)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(words, word => file.Mentions(word, StringComparison.OrdinalIgnoreCase));
    }
}

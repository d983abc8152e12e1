using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>Words by which a file shows that something asks who calls. Their absence is the evidence: a program without any of them asks nobody.</summary>
public static class AuthenticationWords
{
    // "auth" alone would find every author, "session" every database, and "token" every parser.
    private static readonly string[] Signs =
    [
        "authoriz",
        "authoris",
        "authenti",
        "oauth",
        "isauth",
        "requireauth",
        "ensureauth",
        "checkauth",
        "withauth",
        "authmiddleware",
        "authguard",
        "authfilter",
        "authinterceptor",
        "authhandler",
        "authservice",
        "authrouter",
        "auth.",
        "auth_",
        "_auth",
        "auth(",
        "/auth",
        "auth/",
        "basicauth",
        "auth0",
        "jwt",
        "bearer",
        "passport",
        "csrf",
        "clerk",
        "keycloak",
        "cognito",
        "starter-security",
        "apikey",
        "api_key",
        "api-key",
        "hmac",
        "signature",
        "currentuser",
        "current_user",
        "accesstoken",
        "access_token",
        "authtoken",
        "auth_token",
        "api_token",
        "verifytoken",
        "verify_token",
        "validatetoken",
        "validate_token",
        "checktoken",
        "-token\"",
        "-token'",
        "-secret\"",
        "-secret'",
        "permission_classes",
        "haspermission",
        "has_permission",
        "checkpermission",
        "requirepermission",
        "requires_permission",
        "permissionguard",
        "login_required",
        "loginrequired",
        "require_login",
        "flask_login",
        "isloggedin",
        "is_logged_in",
        "/login",
        "signin",
        "sign_in",
        "sign-in",
        "express-session",
        "cookie-session",
        "iron-session",
        "req.session",
        "request.session",
        "ctx.session",
        "sessionmiddleware",
        "httpsession",
        "session_start",
        "$_session",
        "session[",
        "gorilla/sessions",
        "gin-contrib/sessions",
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

    // What a browser sends by itself: without it, another website acts for nobody.
    private static readonly string[] Cookies =
    [
        "cookie",
        "express-session",
        "iron-session",
        "next-auth",
        "req.session",
        "request.session",
        "sessionmiddleware",
        "httpsession",
        "flask_login",
        "django.contrib.sessions",
        "$_session",
        "sanctum",
    ];

    /// <summary>The program knows its users by a cookie.</summary>
    public static bool CookiesAreIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(Cookies, word => IsAsked(file.Text, word));
    }

    /// <summary>Source, a manifest or properties of a program.</summary>
    public static bool AreIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(Signs, word => IsAsked(file.Text, word));
    }

    /// <summary>The configuration of a proxy, a Compose file or a manifest of Kubernetes that guards what is behind it.</summary>
    public static bool GuardIn(SourceFile file) => Has(file, Guards);

    private static bool Has(SourceFile file, string[] words)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(words, word => file.Mentions(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The word stands in the source, not only in a comment or in a sentence: <c>"permission denied, not authorized"</c>.</summary>
    private static bool IsAsked(string text, string word)
    {
        for (var at = Next(0); at >= 0; at = Next(at + word.Length))
        {
            if (!IsProse(text, at, word.Length) && !IsComment(text, at))
            {
                return true;
            }
        }

        return false;

        int Next(int from) => text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsProse(string text, int at, int length)
    {
        int start = at,
            end = at + length;
        while (start > 0 && IsOfName(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsOfName(text[end]))
        {
            end++;
        }

        return start > 0
            && text[start - 1] == ' '
            && (end == text.Length || " .,;:'\"`!?\r\n".Contains(text[end], StringComparison.Ordinal));
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$';

    private static bool IsComment(string text, int at)
    {
        var begin = text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
        var line = text.AsSpan(begin, Math.Max(at - begin, 0)).TrimStart();
        return line.StartsWith("#") || line.StartsWith("//") || line.StartsWith("*") || line.StartsWith("/*");
    }
}

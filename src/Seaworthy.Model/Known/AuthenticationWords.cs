using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>Words by which a file shows that something asks who calls. Their absence is the evidence: a program without any of them asks nobody.</summary>
public static partial class AuthenticationWords
{
    private const int LongestLine = 400;

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
        // A key by itself is as often the one with which the program calls others: OPENAI_API_KEY.
        "x-api-key",
        "x_api_key",
        "apikeyauth",
        "apikeyguard",
        "apikeyheader",
        "apikeymiddleware",
        "checkapikey",
        "check_api_key",
        "requireapikey",
        "require_api_key",
        "validateapikey",
        "validate_api_key",
        "verifyapikey",
        "verify_api_key",
        "get_api_key",
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

    // A header that a browser may send (CORS), beside which this one stands.
    private static readonly string[] Lists = ["content-type", "allow-headers", "allowedheaders", "allow_headers", "allowheaders"];

    // What a server does with the header that it is sent.
    private static readonly string[] Taking =
    [
        "startswith",
        "split",
        "slice",
        "replace",
        "match",
        "substring",
        "strip",
        "prefix",
        "==",
        "get",
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

    /// <summary>
    /// The program sets a cookie that browsers send along when another website calls it: <c>SameSite=None</c>. Without it a cookie stays with the visits of its own site.
    /// </summary>
    /// <remarks>Source: RFC 6265bis, "The SameSite Attribute"; Django, <c>SESSION_COOKIE_SAMESITE</c>, is <c>Lax</c> by itself.</remarks>
    public static bool SetCookiesForOtherSites(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CookieForOtherSites().IsMatch(file.Text);
    }

    [GeneratedRegex(@"same[_-]?site[^,;\n}]{0,80}?[""'.]none\b|samesitenone", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CookieForOtherSites();

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
            if (!IsProse(text, at, word.Length) && !IsComment(text, at) && !(word is "authoriz" or "bearer" && IsForOthers(text, at)))
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

    /// <summary>The header is one of a list, or is set with a token of the program's own: <c>Authorization: `Bearer ${key}`</c> asks another server, not the caller.</summary>
    private static bool IsForOthers(string text, int at)
    {
        var begin = text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
        var end = text.IndexOf('\n', at);
        var line = text[Math.Min(begin, at)..(end < 0 ? text.Length : end)];
        return line.Length <= LongestLine
            && (
                Array.Exists(Lists, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))
                || (
                    line.Contains("authorization", StringComparison.OrdinalIgnoreCase)
                    && line.Contains("bearer", StringComparison.OrdinalIgnoreCase)
                    && !Array.Exists(Taking, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))
                )
            );
    }

    private static bool IsComment(string text, int at)
    {
        var begin = text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
        var line = text.AsSpan(begin, Math.Max(at - begin, 0)).TrimStart();
        return line.StartsWith("#") || line.StartsWith("//") || line.StartsWith("*") || line.StartsWith("/*");
    }
}

namespace Seaworthy.Model.Known;

/// <summary>Variables that a library reads by itself once a program imports or registers it.</summary>
/// <remarks>
/// Sources: nextjs-auth0, README "Configuration options" and V3 "Environment variables"; express-openid-connect, "Getting started"; express-oauth2-jwt-bearer, "AuthOptions";
/// Clerk, "Environment variables"; Upstash, "Redis.fromEnv"; Vercel Blob, "Using the SDK"; UploadThing, "Getting started"; Resend, Node.js SDK; Replicate, "Authentication"; Twilio, "Node helper library";
/// AdonisJS 5, "Views", "Views Cache".
/// </remarks>
public static class LibraryVariables
{
    private static readonly IReadOnlyList<Row> Rows =
    [
        new(
            "@auth0/nextjs-auth0",
            [
                "APP_BASE_URL",
                "AUTH0_DOMAIN",
                "AUTH0_SECRET",
                "AUTH0_CLIENT_ID",
                "AUTH0_CLIENT_SECRET",
                "AUTH0_CLIENT_ASSERTION_SIGNING_KEY",
                "AUTH0_CLIENT_ASSERTION_SIGNING_ALG",
                "AUTH0_BASE_URL",
                "AUTH0_ISSUER_BASE_URL",
                "AUTH0_AUDIENCE",
                "AUTH0_SCOPE",
                "AUTH0_COOKIE_*",
                "NEXT_PUBLIC_*_ROUTE",
            ]
        ),
        new("express-openid-connect", ["ISSUER_BASE_URL", "BASE_URL", "CLIENT_ID", "CLIENT_SECRET", "SECRET"]),
        new("express-oauth2-jwt-bearer", ["AUDIENCE", "ISSUER_BASE_URL", "ISSUER", "JWKS_URI", "TOKEN_SIGNING_ALG", "SECRET"]),
        new("@clerk/", ["CLERK_*", "NEXT_PUBLIC_CLERK_*", "VITE_CLERK_*"]),
        new("@upstash/", ["UPSTASH_*", "KV_REST_API_*", "QSTASH_*"]),
        new("@vercel/blob", ["BLOB_READ_WRITE_TOKEN"]),
        new("uploadthing", ["UPLOADTHING_*"]),
        new("resend", ["RESEND_API_KEY"]),
        new("replicate", ["REPLICATE_API_TOKEN"]),
        new("twilio", ["TWILIO_*"]),
        new("@adonisjs/view", ["CACHE_VIEWS"]),
    ];

    public static bool IsReadBy(string module, string variable) =>
        Rows.Any(row => IsOf(module, row.Package) && row.Names.Any(name => Matches(variable, name)));

    private static bool IsOf(string module, string package) =>
        module.StartsWith(package, StringComparison.Ordinal)
        && (package[^1] == '/' || module.Length == package.Length || module[package.Length] == '/');

    private static bool Matches(string variable, string name) =>
        name.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star
            ? variable.StartsWith(name[..star], StringComparison.Ordinal) && variable.EndsWith(name[(star + 1)..], StringComparison.Ordinal)
            : variable == name;

    private sealed record Row(string Package, string[] Names);
}

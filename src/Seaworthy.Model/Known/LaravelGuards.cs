using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Model.Known;

/// <summary>How a program with Laravel asks who calls. Every new project brings the words of authentication along: its configuration and its table of users prove nothing.</summary>
/// <remarks>Sources: Laravel documentation, "Authentication" ("Protecting Routes"), "Authorization", "Middleware"; laravel/laravel, the files of a new project.</remarks>
public static class LaravelGuards
{
    // Files of a new project that speak of it.
    private static readonly string[] OfNewProject =
    [
        "Http/Kernel.php",
        "Middleware/Authenticate.php",
        "Middleware/RedirectIfAuthenticated.php",
        "Middleware/VerifyCsrfToken.php",
        "Middleware/EncryptCookies.php",
        "Middleware/TrimStrings.php",
        "Middleware/ValidateSignature.php",
        "Providers/AuthServiceProvider.php",
        "Providers/BroadcastServiceProvider.php",
        "Providers/RouteServiceProvider.php",
        "routes/channels.php",
    ];

    private static readonly string[] Asking =
    [
        "'auth",
        "\"auth",
        "auth:",
        "auth(",
        "Auth::",
        "/auth",
        "authoriz",
        "authentic",
        "->user()",
        "->middleware(",
        "can:",
        "Gate::",
        "session(",
        "token",
        "password",
        "bearer",
        "abort(40",
        "Filament",
        "Nova",
    ];

    /// <summary>Its own routes, controllers and providers are all there, and none of them asks.</summary>
    public static bool AskNobody(IReadOnlyList<CodeFile> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var own = code.Where(file => !file.IsTest && IsOwn(file.File.Path)).ToList();
        return own.Exists(file =>
                file.File.Path.EndsWith("routes/web.php", StringComparison.Ordinal)
                || file.File.Path.EndsWith("routes/api.php", StringComparison.Ordinal)
            )
            && own.Exists(file => IsBelow(file.File.Path, "app/Http/Controllers/"))
            && !own.Exists(file => Array.Exists(Asking, word => file.File.Mentions(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>What tables are called says nothing.</summary>
    private static bool IsOwn(string path) =>
        (IsBelow(path, "routes/") || IsBelow(path, "app/"))
        && !IsBelow(path, "app/Models/")
        && !Array.Exists(OfNewProject, name => path.EndsWith(name, StringComparison.Ordinal));

    private static bool IsBelow(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal) || path.Contains("/" + directory, StringComparison.Ordinal);
}

namespace Seaworthy.Rules.Ports;

/// <summary>Names of variables whose address is used outside the containers.</summary>
internal static class OutsideNames
{
    // Addresses for a browser, a mail or a third party: localhost is theirs.
    private static readonly IReadOnlyList<string> OutsideWords =
    [
        "PUBLIC",
        "FRONTEND",
        "CLIENT",
        "CALLBACK",
        "REDIRECT",
        "REDIRECT_URI",
        "SITE",
        "APP_URL",
        "BASE_URL",
        "WEB",
        "NEXTAUTH",
        "VITE",
        "REACT_APP",
        "BROWSER",
        "EXTERNAL",
        "ROOT_URL",
        "DOMAIN",
        "ISSUER",
        "UI",
        "DASHBOARD",
        "HOME",
        "RETURN",
        "SUCCESS",
        "CANCEL",
        "LOGIN",
        "ALLOWED",
        "CORS",
        "ORIGIN",
        "ORIGINS",
    ];

    public static bool Has(string variable)
    {
        var words = $"_{Separated(variable)}_";
        return OutsideWords.Any(word => words.Contains($"_{word}_", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary><c>FrontendUrl</c> is <c>Frontend_Url</c>.</summary>
    private static string Separated(string name) =>
        string.Concat(
            name.Select(
                (letter, at) =>
                    letter is '.' or '-' ? "_"
                    : at > 0 && char.IsUpper(letter) && char.IsLower(name[at - 1]) ? $"_{letter}"
                    : $"{letter}"
            )
        );
}

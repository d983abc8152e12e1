namespace Seaworthy.Model.Known;

/// <summary>A middleware of Django without which an installed application does not work.</summary>
/// <param name="App">As INSTALLED_APPS has it.</param>
/// <param name="Path">As MIDDLEWARE has it.</param>
/// <param name="Place">Where in MIDDLEWARE it belongs, as the end of a sentence.</param>
/// <param name="Effect">What happens without it, as the end of a sentence.</param>
/// <remarks>
/// Sources: django-allauth, changes, 0.56.0, "Backwards incompatible changes", and <c>allauth/account/apps.py</c>; Django 5.2 documentation, "System check framework", admin.E408 to admin.E410;
/// django-cors-headers, README, "Setup".
/// </remarks>
public sealed record DjangoMiddleware(string App, string Path, string Place, string Effect)
{
    private const string Admin = "django.contrib.admin";

    /// <summary>The distribution whose release decides, in the form of <c>Dependency.PythonName</c>; null when all do.</summary>
    public string? Package { get; init; }

    /// <summary>The first release that needs it.</summary>
    public string? Since { get; init; }

    /// <summary>The application refuses to start.</summary>
    public bool IsDemanded { get; init; }

    /// <summary>The class alone.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    public static IReadOnlyList<DjangoMiddleware> All { get; } =
    [
        new(
            "allauth.account",
            "allauth.account.middleware.AccountMiddleware",
            "at the end",
            "django-allauth raises ImproperlyConfigured, and Django does not start"
        )
        {
            Package = "django-allauth",
            Since = "0.56",
            IsDemanded = true,
        },
        new(
            Admin,
            "django.contrib.sessions.middleware.SessionMiddleware",
            "before AuthenticationMiddleware",
            "`manage.py migrate` and `check` refuse with admin.E410, and nobody can sign in"
        ),
        new(
            Admin,
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "behind SessionMiddleware",
            "`manage.py migrate` and `check` refuse with admin.E408, and the admin answers 500"
        ),
        new(
            Admin,
            "django.contrib.messages.middleware.MessageMiddleware",
            "behind AuthenticationMiddleware",
            "`manage.py migrate` and `check` refuse with admin.E409, and each save in the admin answers 500"
        ),
        new(
            "corsheaders",
            "corsheaders.middleware.CorsMiddleware",
            "before CommonMiddleware",
            "no answer has a CORS header, whatever CORS_ALLOWED_ORIGINS says"
        ),
    ];
}

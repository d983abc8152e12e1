using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Model.Known.Packages;

/// <summary>Releases of a Python package that fail with a later release of another, which they do not exclude.</summary>
/// <param name="Package">By its normalised name.</param>
/// <param name="From">The first release that fails.</param>
/// <param name="Below">The first release that works again; null when there is none.</param>
/// <param name="Dependency">By its normalised name.</param>
/// <param name="Since">The release of it with which the package fails.</param>
/// <param name="Symptom">What happens then, after "which makes".</param>
/// <param name="Source">Where the maintainers or users say so.</param>
public sealed record BrokenPair(
    string Package,
    Version From,
    Version? Below,
    string Dependency,
    Version Since,
    string Symptom,
    string Source
)
{
    public static IReadOnlyList<BrokenPair> All { get; } =
    [
        new(
            "passlib",
            new Version(1, 7),
            null,
            "bcrypt",
            new Version(5, 0),
            "every hash of a password raise `ValueError: password cannot be longer than 72 bytes`",
            "pyca/bcrypt, issue 1082"
        )
        {
            Feature = "bcrypt",
        },
        new(
            "flask",
            new Version(1, 0),
            new Version(2, 2, 5),
            "werkzeug",
            new Version(3, 0),
            "the import of Flask raise `ImportError: cannot import name 'url_quote' from 'werkzeug.urls'`",
            "pallets/werkzeug, issue 2789"
        ),
        new(
            "flask-login",
            new Version(0, 4),
            new Version(0, 6, 3),
            "werkzeug",
            new Version(3, 0),
            "its import raise `ImportError: cannot import name 'url_decode' from 'werkzeug.urls'`",
            "maxcountryman/flask-login, changes of 0.6.3"
        ),
        new(
            "flask-sqlalchemy",
            new Version(2, 0),
            new Version(3, 0),
            "sqlalchemy",
            new Version(2, 0),
            "its start raise `AttributeError: module 'sqlalchemy' has no attribute '__all__'`",
            "pallets-eco/flask-sqlalchemy, changes of 3.0"
        ),
        new(
            "weasyprint",
            new Version(53, 0),
            new Version(62, 0),
            "pydyf",
            new Version(0, 11),
            "every PDF raise `TypeError: PDF.__init__() takes 1 positional argument but 3 were given`",
            "Kozea/WeasyPrint, issues 2200 and 2204"
        ),
        new(
            "openai",
            new Version(1, 0),
            new Version(1, 55, 3),
            "httpx",
            new Version(0, 28),
            "its client raise `TypeError: Client.__init__() got an unexpected keyword argument 'proxies'`",
            "openai/openai-python, issue 1915"
        ),
        new(
            "groq",
            new Version(0, 4),
            new Version(0, 13),
            "httpx",
            new Version(0, 28),
            "its client raise `TypeError: Client.__init__() got an unexpected keyword argument 'proxies'`",
            "groq/groq-python, pull request 143"
        ),
        new(
            "jinja2",
            new Version(2, 0),
            new Version(3, 0),
            "markupsafe",
            new Version(2, 1),
            "its import raise `ImportError: cannot import name 'soft_unicode' from 'markupsafe'`",
            "pallets/markupsafe, changes of 2.1.0"
        ),
    ];

    /// <summary>The extra or the separate dependency without which the package does without the other; null when it always needs it.</summary>
    public string? Feature { get; init; }

    /// <summary>A dependency on releases that fail alone: a version that is pinned, or any, where none works.</summary>
    public bool Holds(Dependency dependency)
    {
        ArgumentNullException.ThrowIfNull(dependency);
        return Declared.Manifests.Dependency.PythonName(dependency.Name) == Package
            && (Below is null || (Pinned(dependency.Range) is { } version && version >= From && version < Below));
    }

    /// <summary>A range that may take in the releases that break it.</summary>
    public bool IsOpen(Dependency dependency)
    {
        ArgumentNullException.ThrowIfNull(dependency);
        return dependency.Range is not { } range
            || (
                Pinned(range) is { } version
                    ? version >= Since
                    : !range.Any(sign => sign is '<' or '^' or '~' or '*') && !range.Contains("==", StringComparison.Ordinal)
            );
    }

    private static Version? Pinned(string? range) =>
        range is ['=', '=', .. var rest] && Version.TryParse(rest.TrimStart('=').Trim(), out var version) ? version : null;
}

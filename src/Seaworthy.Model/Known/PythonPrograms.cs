using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Programs of Python distributions, which no base image and no system brings.</summary>
/// <remarks>Source: the distributions' own metadata (<c>console_scripts</c>) in the Python Package Index.</remarks>
public static class PythonPrograms
{
    // Servers and workers, with the name of the one distribution that brings the program.
    private static readonly FrozenDictionary<string, string> Servers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["uvicorn"] = "uvicorn",
        ["gunicorn"] = "gunicorn",
        ["hypercorn"] = "hypercorn",
        ["daphne"] = "daphne",
        ["granian"] = "granian",
        ["celery"] = "celery",
        ["streamlit"] = "streamlit",
        ["waitress-serve"] = "waitress",
        ["arq"] = "arq",
        ["dramatiq"] = "dramatiq",
        ["taskiq"] = "taskiq",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Dependencies of many other distributions.
    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.Ordinal,
        "alembic",
        "flask",
        "fastapi",
        "django-admin",
        "aerich",
        "litestar"
    );

    public static bool Contains(string program) => Servers.ContainsKey(program) || Others.Contains(program);

    /// <summary>The distribution that brings a server or worker; null for other programs.</summary>
    public static string? ServerPackage(string program) => Servers.GetValueOrDefault(program);
}

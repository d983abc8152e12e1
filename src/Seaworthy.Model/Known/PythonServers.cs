using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Programs that host an application of Python for users, by the name that is called.</summary>
/// <remarks>Sources: Django and FastAPI documentation, "Deployment".</remarks>
public static class PythonServers
{
    public static FrozenSet<string> Names { get; } =
        FrozenSet.Create(StringComparer.Ordinal, ["gunicorn", "uvicorn", "hypercorn", "daphne", "granian", "waitress-serve", "uwsgi"]);
}

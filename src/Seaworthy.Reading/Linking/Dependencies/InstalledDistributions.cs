using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Whether distributions that are installed by name provide a module, as far as their dependencies are known.</summary>
internal static class InstalledDistributions
{
    private static readonly string[] Observers =
    [
        "logfire",
        "traceloop",
        "chromadb",
        "azure-monitor",
        "phoenix",
        "langfuse",
        "openinference",
        "openlit",
        "prefect",
        "dagster",
        "crewai",
        "autogen",
        "semantic-kernel",
        "google-adk",
        "strands",
        "opentelemetry-distro",
    ];

    private static readonly HashSet<string> Serving = new(StringComparer.Ordinal)
    {
        "a2a-sdk",
        "agno",
        "bentoml",
        "blacksheep",
        "dagster-webserver",
        "datasette",
        "fastapi-cli",
        "fastapi-cloud-cli",
        "fastmcp",
        "feast",
        "flet",
        "flet-web",
        "google-adk",
        "langgraph-cli",
        "langserve",
        "letta",
        "litellm",
        "litestar",
        "marimo",
        "mcp",
        "mlflow",
        "open-webui",
        "prefect",
        "ray",
        "reflex",
        "shiny",
        "solara",
        "sse-starlette",
        "strawberry-graphql",
        "vllm",
    };

    /// <summary>The name, and the name with each extra: <c>fastapi</c>, <c>fastapi[all]</c>.</summary>
    public static IEnumerable<string> Names(Dependency dependency) =>
        dependency
            .Features.Select(extra => $"{Dependency.PythonName(dependency.Name)}[{extra}]")
            .Prepend(Dependency.PythonName(dependency.Name));

    public static bool Bring(HashSet<string> declared, string module) =>
        PythonDistributions.Of(module).Any(declared.Contains)
        || declared.Any(name =>
            PythonDistributions.Brings(name, module)
            || IsAlike(name, Dependency.PythonName(module))
            || IsExtra(name, PythonDistributions.Of(module))
        );

    /// <summary>The same for a part of a namespace. A distribution with the namespace in its name may include its common parts; a few include nearly all.</summary>
    public static bool BringPart(HashSet<string> declared, IReadOnlyList<string> distributions) =>
        distributions.Any(declared.Contains)
        || declared.Any(name =>
            Observers.Any(observer => name.Contains(observer, StringComparison.Ordinal))
            || (IsShared(distributions[0]) && name.StartsWith(distributions[0].Split('-')[0] + "-", StringComparison.Ordinal))
        );

    /// <summary>What most distributions of a namespace need themselves; exporters and instrumentations are asked for by name.</summary>
    public static bool IsShared(string distribution) =>
        !distribution.Contains("-exporter-", StringComparison.Ordinal)
        && !distribution.Contains("-instrumentation-", StringComparison.Ordinal);

    /// <summary>Distributions that serve pages themselves, by way of Uvicorn.</summary>
    public static bool BringsServer(string distribution) =>
        IsExtra(distribution, ["uvicorn"]) || Serving.Contains(distribution.Split('[')[0]);

    // django-redis gives "django_redis" but also needs redis; apache-airflow-providers-docker needs docker: who has the word in the name may bring it.
    private static bool IsAlike(string declared, string module) =>
        module.Length >= 3 && declared.Split('[', '-', ']').Any(part => part == module || part == "py" + module);

    /// <summary><c>fastapi[all]</c> brings most of what an application needs.</summary>
    private static bool IsExtra(string declared, IReadOnlyList<string> distributions) =>
        declared is "fastapi[all]" or "fastapi[standard]" or "fastapi[standard-no-fastapi-cloud-cli]"
        && distributions[0]
            is "jinja2"
                or "python-multipart"
                or "httpx"
                or "email-validator"
                or "uvicorn"
                or "itsdangerous"
                or "pyyaml"
                or "orjson"
                or "ujson"
                or "pydantic-settings"
                or "typer"
                or "rich";
}

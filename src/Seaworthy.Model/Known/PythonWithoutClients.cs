using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Python distributions whose requirements, and what those require, hold none of the HTTP clients that health checks import.</summary>
/// <remarks>Source: the distributions' own metadata (<c>Requires-Dist</c>) in the Python Package Index; the list is of those whose requirements are few and known.</remarks>
public static class PythonWithoutClients
{
    private static readonly FrozenSet<string> Clients = FrozenSet.Create(StringComparer.Ordinal, "requests", "httpx", "aiohttp");

    private static readonly FrozenSet<string> Lean = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "fastapi uvicorn gunicorn hypercorn starlette pydantic pydantic-settings pydantic-core sqlalchemy sqlmodel asyncpg alembic psycopg psycopg2 psycopg2-binary aiosqlite "
            + "aiomysql pymysql mysqlclient motor pymongo redis hiredis celery flask flask-cors flask-sqlalchemy flask-migrate flask-login flask-wtf werkzeug jinja2 itsdangerous "
            + "click markupsafe python-dotenv python-jose passlib bcrypt argon2-cffi cryptography pyjwt python-multipart email-validator slowapi limits loguru structlog "
            + "python-json-logger prometheus-client prometheus-fastapi-instrumentator orjson ujson aiofiles websockets httptools uvloop anyio httpx tenacity apscheduler pytz "
            + "python-dateutil numpy pandas scipy scikit-learn joblib pillow openpyxl xlsxwriter lxml beautifulsoup4 pyyaml toml tomli rich typer tqdm django djangorestframework "
            + "django-cors-headers django-filter django-environ whitenoise dj-database-url gevent greenlet pytest pytest-asyncio pytest-cov black ruff isort flake8 mypy uv pip "
            + "setuptools wheel"
        ).Split(' ')
    );

    // These extras add only distributions of the list, or none with a client; those of FastAPI and Starlette also install httpx.
    private static readonly FrozenSet<string> Extras = FrozenSet.Create(
        StringComparer.Ordinal,
        "email standard cryptography bcrypt argon2 asyncio binary c pool hiredis redis".Split(' ')
    );

    public static bool IsClient(string module) => Clients.Contains(module);

    /// <summary>Whether none of these distributions (<c>fastapi</c>, <c>uvicorn[standard]</c>) brings a client that is not itself among them.</summary>
    public static bool BringNone(IEnumerable<string> distributions) => distributions.All(IsLean);

    private static bool IsLean(string distribution)
    {
        var bracket = distribution.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0
            ? Lean.Contains(distribution)
            : distribution[..bracket] is not ("fastapi" or "starlette")
                && Lean.Contains(distribution[..bracket])
                && Extras.Contains(distribution[(bracket + 1)..].TrimEnd(']'));
    }
}

using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Code.Logging;
using Seaworthy.Reading.Code.Secrets;
using Seaworthy.Reading.Code.SignUps;
using Seaworthy.Reading.Code.Truths;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Python, from Django to scripts.</summary>
internal sealed class PythonKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } =
    [
        "hashlib.",
        "reset_token",
        "access_token",
        .. LoggedCredentials.Markers,
        "set_password",
        "password_hash",
        "create_superuser",
        "make_password",
        "hash_password",
        "environ",
        "FileHandler",
        "create_all",
        "getenv",
        "jwt.",
        "SECRET_KEY",
        "decouple",
        "BaseSettings",
        "starlette",
        "dynaconf",
        "uvicorn",
        "hypercorn",
        "waitress",
        "HTTPServer",
        "serve_forever",
        "app.run",
        "add_insecure_port",
        "add_secure_port",
        "FastAPI",
        "APIRouter",
        "fastapi",
        "Flask",
        "flask",
        "Blueprint",
        "urlpatterns",
        "django",
        "aiohttp",
        "sanic",
        "Sanic",
        "Celery",
        "celery",
        "shared_task",
        "dramatiq",
        "requests",
        "httpx",
        "urllib",
        "open(",
        "read_text",
        "read_bytes",
        "@app.",
        "@router.",
        "CORS",
        "gunicorn",
        "socket",
        "grpc",
        "streamlit",
        "gradio",
        "http://",
        "https://",
        "Settings(",
        "Config",
        "_path=",
        "joblib",
        "sqlite",
        "UPLOAD_FOLDER",
        "tornado",
        "bottle",
        "quart",
        "Quart",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = ["import "];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [
        new ConstantKnowledge(),
        new PythonEnvironment(),
        new PythonSettingLibraries(),
        new PydanticSettings(),
        new PythonListeners(),
        new PythonRoutes(),
        new DjangoRoutes(),
        new DjangoSettings(),
        new CelerySettings(),
        new PythonHttpCalls(),
        new PythonFiles(),
        new PythonKeptFiles(),
        new PythonSettings(),
        new TextTruths(),
        new LoggedValues(),
        new SigningCalls(),
        new SeededPasswords(),
        new SignUpRoutes(),
        new FastPasswordHashes(),
    ];

    public override Language? LanguageOf(string path) => path.EndsWith(".py", StringComparison.Ordinal) ? Language.Python : null;

    public override ValueRules ValuesOf(CodeSyntax syntax) => new PythonValues(syntax);

    public override bool IsAlwaysRead(string path) => ConfigurationCode.IsConfiguration(path);
}

using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Code.Logging;
using Seaworthy.Reading.Code.Secrets;
using Seaworthy.Reading.Code.SignUps;
using Seaworthy.Reading.Code.Truths;
using Seaworthy.Reading.Formats.Code;
using Seaworthy.Reading.Formats.Code.Lexing;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>JavaScript and TypeScript, on servers and in browsers.</summary>
internal sealed class JavaScriptKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } =
    [
        "createHash",
        "DATABASE_FILENAME",
        .. LoggedCredentials.Markers,
        "bcrypt",
        "argon2",
        "process.env",
        "import.meta.env",
        "Deno.env",
        "Bun.env",
        "jwt.",
        "createHmac",
        "ConfigService",
        "cleanEnv",
        ".listen(",
        "Deno.serve",
        "Bun.serve",
        "fetch(",
        "axios",
        "ky.",
        "got(",
        "got.",
        "superagent",
        "WebSocket",
        "http.request",
        "https.request",
        "useSWR",
        "io(",
        "express",
        "fastify",
        "koa",
        "hono",
        "Router(",
        "@Controller",
        "router.",
        "Router.",
        "app.use",
        "app.get",
        "app.post",
        "NextResponse",
        "defineConfig",
        "createProxyMiddleware",
        "rewrites",
        "cors(",
        "session(",
        "jwt.sign",
        "readFile",
        "createReadStream",
        "baseURL",
        "BASE_URL",
        "API_URL",
        "http://",
        "https://",
        "module.exports",
        "createTRPC",
        "@trpc/",
        "bull",
        "Queue.",
        "queue.",
        "grpc",
        "Microservice",
        "EventHandler(",
        "$env/",
        "fetch:",
        "ApolloServer",
        "loader",
        "axiosInstance",
        "api.get",
        "api.post",
        "apiClient",
        "enableCors",
        "setGlobalPrefix",
        "/api/",
        "multer",
        "winston",
        "sqlite",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = ["import ", "import{", "require(", "from '", "from \"", "import("];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [
        new ConstantKnowledge(),
        new JavaScriptEnvironment(),
        new JavaScriptSchemas(),
        new JavaScriptListeners(),
        new RuntimeServers(),
        new RpcListeners(),
        new ServerRoutes(),
        new NestRoutes(),
        new FileRoutes(),
        new JavaScriptHttpCalls(),
        new JavaScriptFiles(),
        new JavaScriptKeptFiles(),
        new StrapiDatabase(),
        new JavaScriptSettings(),
        new SchemaCalls(),
        new JobQueues(),
        new UploadLimits(),
        new SessionCookies(),
        new BuildToolSettings(),
        new TextTruths(),
        new LoggedValues(),
        new SigningCalls(),
        new SeededPasswords(),
        new SeededAdministrators(),
        new SignUpRoutes(),
        new FastPasswordHashes(),
        new DevelopmentProxies(),
    ];

    public override Language? LanguageOf(string path) =>
        Path.GetExtension(path.AsSpan()) switch
        {
            ".js" or ".jsx" or ".mjs" or ".cjs" => Language.JavaScript,
            ".ts" or ".tsx" or ".mts" or ".cts" => Language.TypeScript,
            // Scripts of single-file components may be either; what is JavaScript is TypeScript too.
            _ => ComponentScript.IsIn(path) ? Language.TypeScript : null,
        };

    public override ValueRules ValuesOf(CodeSyntax syntax) => new JavaScriptValues(syntax);

    public override bool IsAlwaysRead(string path) => ConfigurationCode.IsConfiguration(path) || FileRoutes.IsRoute(path);
}
